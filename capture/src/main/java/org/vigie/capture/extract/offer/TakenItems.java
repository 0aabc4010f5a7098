package org.vigie.capture.extract.offer;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Items of a page that belong to a list already, with whatever stands around them. */
final class TakenItems {
  private final Set<Element> items = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(List<Element> list) {
    items.addAll(list);
    for (Element item : list) {
      for (Element e = item; e != null && around.add(e); ) {
        e = e.parent();
      }
    }
  }

  /** Returns whether an element neither holds, is, nor lies in one of the items. */
  boolean isApart(Element element) {
    Element e = around.contains(element) ? null : element;
    while (e != null && !items.contains(e)) {
      if (around.contains(e)) {
        return true;
      }
      e = e.parent();
    }
    return false;
  }
}
