package org.vigie.capture.extract.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.content.PartNames;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;

/**
 * What several people say one after the other on a page of software that nobody wrote a reader for:
 * an element that is called an author, one that is called a date, and one that is called a text, in
 * this order again and again.
 */
final class SaidInTurn {
  /** What follows an author. */
  private static final class Turn {
    private String author = "";
    private String shown = "";
    private @Nullable Instant time;
    private boolean dated;
    private @Nullable Element text;
  }

  private static final ShownDates DATES = ShownDates.of("", List.of());

  private static final int MIN_TURNS = 2;
  private static final int MAX_TURNS = 500;
  private static final int MAX_SEEN = 100_000;
  private static final int MAX_NAME = 60;
  private static final int MAX_DEPTH = 200;

  /** Share of the page's words that must have been said so. */
  private static final double MIN_SHARE = 0.5;

  private static final Set<String> NO_TEXT =
      Set.of("nav", "footer", "aside", "script", "style", "form", "template", "textarea", "select");

  private final Page page;
  private final PartNames names = new PartNames();
  private final Set<Element> frames = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Turn> turns = new ArrayList<>();
  private Turn current = new Turn();
  private int linkedTitles;
  private int seen;

  private SaidInTurn(Page page) {
    this.page = page;
  }

  /** Returns an advert for each thing said, none if the page is no such page. */
  static List<Advert> adverts(Page page) {
    String type = page.meta("og:type");
    if (type.startsWith("article") || type.startsWith("product")) {
      return List.of();
    }
    SaidInTurn said = new SaidInTurn(page);
    Element body = page.document().body();
    NodeTraversor.filter((node, depth) -> said.frame(node, depth), body);
    said.seen = 0;
    NodeTraversor.filter((node, depth) -> said.visit(node), body);
    said.end();
    return said.isWhatThePageSays() ? said.adverts() : List.of();
  }

  /** An element with an author in it is no text, whatever it is called. */
  private NodeFilter.FilterResult frame(Node node, int depth) {
    if (++seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof Element element && depth < MAX_DEPTH && isAuthor(element)) {
      for (Element e = element.parent(); e != null && frames.add(e); ) {
        e = e.parent();
      }
      return NodeFilter.FilterResult.SKIP_CHILDREN;
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  private boolean isAuthor(Element element) {
    return names.of(element) == Role.AUTHOR && !name(element).isEmpty();
  }

  /** Returns what an author is called, empty if the element holds more than a name. */
  private String name(Element element) {
    String name = LabelledParts.shortText(element);
    Element child = name.isEmpty() ? null : element.firstElementChild();
    for (; child != null; child = child.nextElementSibling()) {
      Role role = names.of(child);
      if (role == Role.AUTHOR || role == Role.TIME) {
        return "";
      }
    }
    return name.length() > MAX_NAME ? "" : name;
  }

  private NodeFilter.FilterResult visit(Node node) {
    if (++seen > MAX_SEEN || turns.size() >= MAX_TURNS) {
      return NodeFilter.FilterResult.STOP;
    }
    if (!(node instanceof Element element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    if (NO_TEXT.contains(element.normalName()) && !frames.contains(element)) {
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    if (frames.contains(element)) {
      linkedTitles += isLinkedTitle(element) ? 1 : 0;
      return NodeFilter.FilterResult.CONTINUE;
    }
    linkedTitles += isLinkedTitle(element) ? 1 : 0;
    Role role = names.of(element);
    if (role == Role.AUTHOR && !name(element).isEmpty()) {
      begin(name(element));
    } else if (role == Role.TIME && !LabelledParts.shortText(element).isEmpty()) {
      date(element);
    } else if (role == Role.TEXT && !current.author.isEmpty() && current.text == null) {
      current.text = element;
    } else {
      return NodeFilter.FilterResult.CONTINUE;
    }
    return NodeFilter.FilterResult.SKIP_CHILDREN;
  }

  /** Where each has a title that leads elsewhere, the page lists what others show. */
  private static boolean isLinkedTitle(Element element) {
    if (!element.normalName().matches("h[1-4]")) {
      return false;
    }
    Element parent = element.parent();
    Element first = element.firstElementChild();
    return (first != null && first.normalName().equals("a"))
        || (parent != null && parent.normalName().equals("a"));
  }

  private void begin(String author) {
    if (current.text != null || current.author.isEmpty()) {
      end();
      current.author = author;
    }
  }

  private void end() {
    if (current.text != null && !current.author.isEmpty()) {
      turns.add(current);
    }
    // What stood before the first author, such as a date, is that post's.
    boolean waiting = current.author.isEmpty() && current.dated;
    current = waiting ? current : new Turn();
  }

  /** A date may stand below what was said then. */
  private void date(Element element) {
    String told = element.attr("datetime");
    told = told.isEmpty() ? element.attr("content") : told;
    told = told.isEmpty() ? entitled(element) : told;
    String shown = LabelledParts.shortText(element);
    if (!current.dated && shown.length() <= MAX_NAME && !(told + shown).isEmpty()) {
      current.dated = true;
      Instant exact = DatedBlock.exact(element);
      current.time = exact == null ? Times.parse(told) : exact;
      current.shown = DATES.isAlone(told) ? told : shown;
    }
  }

  /** Returns the title of an element, or that of the link that it holds alone. */
  private static String entitled(Element element) {
    Element link = element.childrenSize() == 1 ? element.child(0) : null;
    String own = element.attr("title");
    return own.isEmpty() && link != null ? link.attr("title") : own;
  }

  private boolean isWhatThePageSays() {
    long dated = turns.stream().filter(turn -> turn.dated).count();
    if (linkedTitles >= MIN_TURNS || turns.size() < MIN_TURNS || dated < turns.size()) {
      return false;
    }
    int words = 0;
    for (Turn turn : turns) {
      Element text = turn.text;
      words += text == null ? 0 : TextBlock.words(text.text());
    }
    long all =
        page.blocks().blocks().stream()
            .filter(block -> !block.heading())
            .mapToLong(block -> block.words() - block.linkWords())
            .sum();
    return words >= MIN_SHARE * all;
  }

  private List<Advert> adverts() {
    ShownDates dates = ShownDates.ofPosts(page, turns.stream().map(turn -> turn.shown).toList());
    List<Advert> adverts = new ArrayList<>();
    String title = page.title();
    for (Turn turn : turns) {
      Element text = turn.text;
      String body = text == null ? "" : page.text(text);
      if (text != null && !body.isBlank()) {
        adverts.add(
            page.advert(Channel.FORUM, null)
                .title(title)
                .body(body)
                .language(page.language())
                .postedAt(turn.time == null ? dates.find(turn.shown) : turn.time)
                .field("author", turn.author)
                .context("links", String.join(" ", HtmlLinks.of(page.links(), text)))
                .build());
      }
    }
    return adverts;
  }
}
