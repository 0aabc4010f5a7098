// Draws a network. Whatever an advert says is drawn as text on a canvas or set as text of an
// element: nothing here makes markup, and paths are the console's own.
"use strict";

(() => {
  const host = document.getElementById("graph");
  const left = document.getElementById("graph-left");
  const told = document.getElementById("graph-told");
  const between = document.getElementById("graph-path");
  const chosen = [];

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const elements = (graph) => [
    ...graph.nodes.map((node) => ({ data: node, classes: node.kind })),
    ...graph.edges.map((edge) => ({ data: { ...edge, id: edge.source + " " + edge.target } })),
  ];

  const style = () => [
    { selector: "node", style: { label: "data(label)", "font-size": 9, color: colour("--ink"), "background-color": colour("--machine"), width: 14, height: 14, "text-max-width": 120, "text-wrap": "ellipsis", "min-zoomed-font-size": 6 } },
    { selector: ".contact", style: { shape: "diamond", "background-color": colour("--fact"), width: 20, height: 20 } },
    { selector: ".advert", style: { shape: "rectangle", "background-color": colour("--quiet"), width: 9, height: 9 } },
    { selector: ".cut", style: { shape: "diamond", "background-color": colour("--line"), color: colour("--quiet") } },
    { selector: "edge", style: { width: 1, "line-color": colour("--line") } },
    { selector: ".unnamed", style: { label: "" } },
    { selector: ".unnamed.near, .unnamed:selected", style: { label: "data(label)", "text-background-color": colour("--sheet"), "text-background-opacity": 0.9, "z-index": 10 } },
    { selector: ".on", style: { "line-color": colour("--high"), width: 3, "background-color": colour("--high") } },
    { selector: ":selected", style: { "border-width": 3, "border-color": colour("--main") } },
  ];

  const tell = (data) => {
    const link = document.createElement("a");
    link.textContent = data.label;
    if (/^\/(?!\/)/.test(data.path)) {
      link.setAttribute("href", data.path);
    }
    const note = document.createElement("bdi");
    note.textContent = data.note;
    told.replaceChildren(link, document.createTextNode(" "), note);
  };

  const meet = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

  // Boxes by the squares of the plane that they touch: a box is compared with its neighbours alone,
  // since two thousand with two thousand would hold up the page.
  const plane = () => {
    const SIDE = 64;
    const squares = new Map();
    const each = (box, act) => {
      for (let x = Math.floor(box.x1 / SIDE); x <= Math.floor(box.x2 / SIDE); x++) {
        for (let y = Math.floor(box.y1 / SIDE); y <= Math.floor(box.y2 / SIDE); y++) {
          if (act(x + ":" + y)) {
            return true;
          }
        }
      }
      return false;
    };
    return {
      add: (box, owner) => each(box, (square) => {
        if (!squares.has(square)) {
          squares.set(square, []);
        }
        squares.get(square).push({ box, owner });
        return false;
      }),
      isMet: (box, owner) => each(box, (square) => (squares.get(square) || []).some((other) => other.owner !== owner && meet(other.box, box))),
    };
  };

  // Contacts first, then what has most edges: a name that would lie on one before it, or on a
  // node, waits until its node is pointed at. Names grow with the drawing, so zoom changes nothing.
  const name = (cy) => {
    cy.nodes().removeClass("unnamed");
    const rank = (node) => (node.hasClass("contact") ? 1e6 : 0) + node.degree();
    const bounds = (node, label) => node.boundingBox({ includeNodes: !label, includeLabels: label, includeEdges: false, includeOverlays: false });
    const nodes = cy.nodes().map((node) => ({ node, label: bounds(node, true), body: bounds(node, false) }));
    const taken = plane();
    const bodies = plane();
    nodes.forEach((one) => bodies.add(one.body, one));
    nodes.sort((a, b) => rank(b.node) - rank(a.node));
    cy.batch(() => nodes.forEach((one) => {
      if (taken.isMet(one.label, one) || bodies.isMet(one.label, one)) {
        one.node.addClass("unnamed");
      } else {
        taken.add(one.label, one);
      }
    }));
  };

  const load = (query) =>
    fetch(host.dataset.source + query, { headers: { Accept: "application/json" } }).then((answer) => {
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      return answer.json();
    });

  const draw = (graph) => {
    const large = graph.nodes.length > 300;
    const cy = cytoscape({
      container: host,
      elements: elements(graph),
      style: style(),
      layout: large ? { name: "concentric", minNodeSpacing: 4, concentric: (node) => node.degree() } : { name: "cose", animate: false, randomize: false },
      textureOnViewport: large,
      hideEdgesOnViewport: large,
      wheelSensitivity: 0.3,
      maxZoom: 2,
    });
    if (cy.zoom() > 1.5) {
      cy.zoom(1.5);
      cy.center();
    }
    name(cy);
    left.textContent = graph.left;
    host.dataset.nodes = String(cy.nodes().length);

    cy.on("mouseover", "node", (event) => event.target.addClass("near"));
    cy.on("mouseout", "node", (event) => event.target.removeClass("near"));
    cy.on("dragfree", "node", () => name(cy));
    cy.on("tap", "edge", (event) => tell(event.target.data()));
    cy.on("tap", "node", (event) => {
      const node = event.target;
      tell(node.data());
      if (node.hasClass("contact")) {
        chosen.push(node);
        chosen.splice(0, chosen.length - 2);
        between.disabled = chosen.length < 2 || chosen[0] === chosen[1];
      }
      if (node.hasClass("cluster") && !node.scratch("open")) {
        node.scratch("open", true);
        load("?within=" + encodeURIComponent(node.id())).then((more) => {
          const fresh = more.nodes.filter((one) => cy.getElementById(one.id).empty());
          const added = cy.add(elements({ nodes: fresh, edges: more.edges.filter((edge) => fresh.some((one) => one.id === edge.source) && cy.getElementById(edge.target).nonempty()) }));
          added.nodes().layout({ name: "circle", animate: false, boundingBox: { x1: node.position("x") - 60, y1: node.position("y") - 60, w: 120, h: 120 } }).run();
          name(cy);
          left.textContent = [graph.left, more.left].filter((some) => some).join(" ");
          host.dataset.nodes = String(cy.nodes().length);
        }).catch(() => {
          node.scratch("open", false);
          told.textContent = host.dataset.failed;
        });
      }
    });

    between.addEventListener("click", () => {
      cy.elements().removeClass("on");
      const found = cy.elements().not(".cut").aStar({ root: chosen[0], goal: chosen[1] });
      if (!found.found) {
        told.textContent = host.dataset.nopath;
        return;
      }
      found.path.addClass("on");
      told.textContent = found.path.nodes().map((node) => node.data("label")).join(" – ");
    });
  };

  load("").then(draw).catch(() => {
    told.textContent = host.dataset.failed;
  });
})();
