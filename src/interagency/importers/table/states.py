"""States of activities: planned, under way, over; only what is under way is presence."""

from typing import Final

from interagency.importers.tabular.text import folded, phrases

# Activities that are not there yet, or no longer.
_NOT_ACTIVE: Final = phrases(
    "planned;pipeline;proposed;not started;planned activity;planeado;planeada;planificado;"
    "planificada;por iniciar;prevu;prevue;planifie;planifiee;planejado;planejada;completed;"
    "complete;closed;ended;finished;cancelled;canceled;suspended;on hold;terminado;terminada;"
    "finalizado;finalizada;concluido;concluida;cerrado;cerrada;cancelado;cancelada;suspendido;"
    "suspendida;suspenso;suspensa;acheve;achevee;termine;terminee;cloture;cloturee;annule;annulee;"
    "suspendu;suspendue;encerrado;encerrada;مخطط;مكتمل;منتهي;معلق"
)
_ACTIVE: Final = phrases(
    "ongoing;on going;active;in progress;implementing;under implementation;started;en ejecucion;"
    "en curso;en proceso;en implementacion;activo;activa;vigente;en cours;actif;active;demarre;"
    "em execucao;em andamento;em curso;ativo;ativa;جاري;مستمر;قيد التنفيذ"
)


def is_over(text: str) -> bool:
    """Return whether a state says that no one is active: planned, completed, suspended."""
    return folded(text) in _NOT_ACTIVE


def is_state(text: str) -> bool:
    """Return whether a text is a state of an activity."""
    return is_over(text) or folded(text) in _ACTIVE
