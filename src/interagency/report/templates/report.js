(()=>{const d=document,t=JSON.parse(d.body.dataset.words),all=(s,e=d)=>[...e.querySelectorAll(s)];
const make=(n,x,p)=>{const e=d.createElement(n);e.textContent=x;p.append(e);return e};
for(const table of all("table[data-filter]")){const bar=d.createElement("p");bar.className="tools";
const label=make("label",t.filter+" ",bar),box=d.createElement("input"),note=make("span","",bar);box.type="search";label.append(box);note.setAttribute("role","status");
(table.closest(".box")||table).before(bar);
box.addEventListener("input",()=>{const w=box.value.toLowerCase();let n=0;for(const r of table.tBodies[0].rows){const yes=r.textContent.toLowerCase().includes(w);r.hidden=!yes;n+=yes}note.textContent=w?n+" / "+table.tBodies[0].rows.length:""});
all("thead th",table).forEach((h,i)=>{const b=d.createElement("button");b.type="button";b.append(...h.childNodes);const s=make("span",b.textContent,h);s.className="p";h.append(b);
b.addEventListener("click",()=>{const up=h.getAttribute("aria-sort")!=="ascending";all("thead th",table).forEach(x=>x.removeAttribute("aria-sort"));h.setAttribute("aria-sort",up?"ascending":"descending");
const v=r=>r.cells[i].dataset.sort||r.cells[i].textContent;const rows=[...table.tBodies[0].rows].sort((a,c)=>v(a).localeCompare(v(c),d.documentElement.lang,{numeric:true})*(up?1:-1));table.tBodies[0].append(...rows)})})}
const folds=all("details");if(folds.length){const bar=d.querySelector("nav");for(const [word,open] of [[t.open,true],[t.close,false]]){const b=make("button",word,bar);b.type="button";b.addEventListener("click",()=>folds.forEach(f=>{f.open=open}))}}
const show=()=>{const e=d.getElementById(decodeURIComponent(location.hash.slice(1)));if(e){e.hidden=false;for(let f=e;f;f=f.parentElement)if(f.tagName==="DETAILS")f.open=true}};
addEventListener("hashchange",show);addEventListener("beforeprint",()=>folds.forEach(f=>{f.open=true}));show()})();
