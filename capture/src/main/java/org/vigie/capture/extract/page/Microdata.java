package org.vigie.capture.extract.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.BlockText;

/** Reads the microdata (HTML standard, section 5) and RDFa of a page as {@link Item}s. */
final class Microdata implements NodeVisitor {
  /** A page that refers more often refers in circles, or to nothing. */
  private static final int MAX_REFERENCES = 50;

  /** Characters and nodes that are looked at for values, nested ones again. */
  private static final int MAX_TEXT = 1 << 20;

  /** Names of one property, types of one item, ids of what belongs to it. */
  private static final int MAX_WORDS = 100;

  /**
   * Properties that a link gives an address to. For all others sites mean the words of the link,
   * whatever the standard says: {@code <a itemprop="name">}.
   */
  private static final Set<String> ADDRESSES =
      Set.of(
          "url",
          "sameAs",
          "image",
          "logo",
          "photo",
          "contentUrl",
          "thumbnailUrl",
          "audio",
          "video",
          "license",
          "offers",
          "inAlbum",
          "mainEntityOfPage",
          "discussionUrl",
          "hasMap");

  private final Document document;
  private final LinkResolver links;
  private final List<Item> top = new ArrayList<>();
  private final Map<Element, Item> open = new IdentityHashMap<>();
  private final List<Item> path = new ArrayList<>();
  private final Set<Element> reading = Collections.newSetFromMap(new IdentityHashMap<>());
  private int references = MAX_REFERENCES;
  private int room = MAX_TEXT;
  private boolean cut;
  private @Nullable Element lastRead;
  private String lastText = "";

  private Microdata(Document document, LinkResolver links) {
    this.document = document;
    this.links = links;
  }

  /** Returns the outermost items in page order. */
  static List<Item> items(Page page) {
    Microdata reader = new Microdata(page.document(), page.links());
    NodeTraversor.traverse(reader, page.document());
    page.cutIf(reader.cut);
    return reader.top;
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    boolean scope = element.hasAttr("itemscope") || Rdfa.isScope(element);
    Item parent = path.isEmpty() ? null : path.getLast();
    String properties = parent == null ? "" : properties(element);
    if (!scope) {
      if (parent != null) {
        for (String property : words(properties)) {
          parent.add(property, value(element, property));
        }
      }
      return;
    }
    Item item = new Item();
    boolean micro = element.hasAttr("itemscope");
    for (String type : words(micro ? element.attr("itemtype") : Rdfa.types(element))) {
      item.addType(type);
    }
    if (parent != null && !properties.isEmpty()) {
      for (String property : words(properties)) {
        parent.add(property, item);
      }
    } else {
      top.add(item);
    }
    open.put(element, item);
    path.add(item);
    readReferred(element);
  }

  private static String properties(Element element) {
    return element.hasAttr("itemprop") ? element.attr("itemprop") : Rdfa.properties(element);
  }

  /** Reads what stands elsewhere on the page and belongs to an item all the same. */
  private void readReferred(Element scope) {
    for (String id : words(scope.attr("itemref"))) {
      // Looking one up takes as long as the page, found or not.
      Element referred = --references >= 0 ? document.getElementById(id) : null;
      if (referred != null && reading.add(referred)) {
        NodeTraversor.traverse(this, referred);
        reading.remove(referred);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && open.remove(element) != null) {
      path.removeLast();
    }
  }

  private String value(Element element, String property) {
    if (element.hasAttr("content")) {
      return element.attr("content");
    }
    return switch (element.normalName()) {
      case "a", "link", "area" -> {
        boolean address = ADDRESSES.contains(property) || element.normalName().equals("link");
        yield address ? links.resolve(element.attr("href")) : text(element);
      }
      case "img", "audio", "video", "source", "embed", "iframe" -> element.attr("src");
      case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : text(element);
      case "data", "meter" -> element.hasAttr("value") ? element.attr("value") : text(element);
      default -> text(element);
    };
  }

  /** An element may have many names, and stand in others that are read as a whole. */
  private String text(Element element) {
    if (element != lastRead) {
      lastRead = element;
      BlockText read = BlockText.of(element, room);
      lastText = read.text();
      room -= read.looked();
      cut |= read.cut();
    }
    return lastText;
  }

  private static List<String> words(String attribute) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(attribute);
    while (words.size() < MAX_WORDS && tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
