"""Whether each function of a cluster has a taker who accepted it: seven answers in one."""

from interagency.conformance import Answer
from interagency.model.keys import describe
from interagency.snapshot import Question, Snapshot, Verdict, every
from interagency.snapshot.transition import functions_of


def functions_handed_over(snapshot: Snapshot, cluster: str) -> Answer:
    """Answer whether a national owner has accepted each of the functions of a cluster."""
    states = functions_of(snapshot, cluster)
    verdict = every(each.verdict for each in states)
    shown = [each for each in states if each.verdict is verdict and each.handover]
    open_ = [each.function for each in states if each.verdict is Verdict.UNKNOWN]
    evidence = tuple(describe(each.handover) for each in shown)
    lacking = tuple(each.function for each in states if each.verdict is Verdict.GAP)
    if verdict is not Verdict.UNKNOWN:
        return Answer(verdict, evidence, (), lacking)
    text = (
        f"Who takes over these functions of {snapshot.name(cluster)}, and have they accepted: "
        f"{', '.join(open_)}?"
    )
    write = f"handovers: [{{body: {cluster}, function: {open_[0]}, taker: id, accepted: true}}]"
    return Answer(verdict, evidence, (Question(cluster, "handovers", text, write),))
