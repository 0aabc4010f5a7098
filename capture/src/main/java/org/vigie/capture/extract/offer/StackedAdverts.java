package org.vigie.capture.extract.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.FactLines;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PartLabels;
import org.vigie.capture.extract.content.ReachLinks;
import org.vigie.capture.extract.markup.BlockText;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;

/**
 * Adverts or posts of several people that stand one below the other on a page of which no class
 * name is known: guestbooks of tables, lists of terms, paragraphs with rules between them.
 *
 * <p>One advert may have as many paragraphs, rules and rows. So parts are those of different people
 * only where most tell a contact that no other tells, or were posted, each at a time and by
 * somebody.
 *
 * @param adverts one for each part
 * @param read the elements that they were read from
 */
record StackedAdverts(List<Advert> adverts, List<Element> read) {
  /** Of a page that has no such parts. */
  static final StackedAdverts NONE = new StackedAdverts(List.of(), List.of());

  /** Fewer words beside its contacts are a line of an advert's details. */
  private static final int MIN_WORDS = 8;

  private static final int MIN_DATED = 2;

  /** Two contacts, without a day or an hour, may be those of one advert. */
  private static final int MIN_UNDATED = 3;

  /** One advert hardly tells so many contacts, each in a section of its own. */
  private static final int MANY = 5;

  private static final int PARAGRAPH_WORDS = 12;

  /** Share of the parts with enough words that must be of the kind. */
  private static final double MOST = 0.8;

  /** Share of these that must tell a contact if they aren't signed. */
  private static final double MIN_REACHED = 0.6;

  /** Share of the page's words that they must have. */
  private static final double MIN_SHARE = 0.5;

  /** Of groups with hardly fewer words, the one with most parts is taken. */
  private static final double ABOUT = 0.8;

  private static final int MAX_SEEN = 100_000;

  /** Lines that tell whether days or months come first. */
  private static final int MAX_LINES = 5_000;

  /** Nobody reads a page of more; parts of it are copied. */
  private static final int MAX_BLOCKS = 20_000;

  /** Characters and nodes looked at: groups lie within groups. */
  private static final int MAX_LOOKED_AT = 3_000_000;

  private static final Duration AHEAD = Duration.ofDays(1);

  /** What a page's groups are looked for with. */
  private static final class Search {
    private final Page page;
    private final ShownDates dates;
    private List<StackedPart> best = List.of();
    private int most;
    private int room = MAX_LOOKED_AT;
    private int seen;

    Search(Page page) {
      this.page = page;
      List<String> lines =
          page.blocks().blocks().stream().limit(MAX_LINES).map(TextBlock::text).toList();
      dates = ShownDates.on(page, lines);
    }

    List<StackedPart> best() {
      NodeTraversor.filter((node, depth) -> visit(node), page.document().body());
      return best;
    }

    private NodeFilter.FilterResult visit(Node node) {
      if (++seen > MAX_SEEN || room <= 0) {
        return NodeFilter.FilterResult.STOP;
      }
      if (!(node instanceof Element element)) {
        return NodeFilter.FilterResult.CONTINUE;
      }
      switch (element.normalName()) {
        case "nav",
            "footer",
            "header",
            "aside",
            "form",
            "script",
            "style",
            "template",
            "select" -> {
          return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        default -> {}
      }
      for (StackedGroups.Group group : StackedGroups.in(element, dates)) {
        take(group);
      }
      return NodeFilter.FilterResult.CONTINUE;
    }

    private void take(StackedGroups.Group group) {
      List<StackedPart> parts = new ArrayList<>();
      for (List<Node> nodes : group.parts()) {
        if (room <= 0) {
          return;
        }
        Element whole = new Element("div");
        nodes.forEach(node -> whole.appendChild(node.clone()));
        BlockText text = BlockText.of(whole, room);
        room -= text.looked();
        StackedPart part = StackedPart.of(nodes, whole, text.text().strip(), dates);
        if (part.words() >= MIN_WORDS) {
          parts.add(part);
        }
      }
      List<StackedPart> said = ofSeveral(parts, group.ruled());
      int words = said.stream().mapToInt(StackedPart::words).sum();
      boolean finer = said.size() > best.size() && words >= ABOUT * most;
      if (finer || ABOUT * words > most) {
        most = Math.max(words, most);
        best = said;
      }
    }

    /** Returns those parts that are of several people, none if there is any doubt. */
    private List<StackedPart> ofSeveral(List<StackedPart> parts, boolean ruled) {
      List<StackedPart> posted = parts.stream().filter(this::isPosted).toList();
      if (posted.size() >= MIN_DATED && posted.size() >= MOST * parts.size()) {
        boolean several = posted.size() >= MIN_UNDATED;
        boolean titled = several || posted.stream().noneMatch(part -> part.title().isEmpty());
        boolean signed = posted.stream().allMatch(StackedPart::isSigned);
        if (signed || (titled && isReached(posted))) {
          return posted;
        }
      }
      List<StackedPart> offers =
          parts.stream()
              .filter(part -> ruled || (!part.title().isEmpty() && !isLabel(part.title())))
              .filter(part -> !part.contacts().isEmpty())
              .toList();
      boolean enough = offers.size() >= MIN_UNDATED && offers.size() >= MOST * parts.size();
      return enough && isReached(offers) ? offers : List.of();
    }

    /** A day to come is one on which something is to be done. */
    private boolean isPosted(StackedPart part) {
      Instant at = part.signature().isEmpty() ? null : dates.find(part.signature());
      return !part.signature().isEmpty()
          && (at == null || at.isBefore(page.capture().fetchedAt().plus(AHEAD)));
    }

    private static boolean isReached(List<StackedPart> parts) {
      List<Set<String>> contacts = parts.stream().map(StackedPart::contacts).toList();
      long told = contacts.stream().filter(own -> !own.isEmpty()).count();
      return told >= MIN_REACHED * parts.size() && PartContacts.differ(contacts);
    }

    private static boolean isLabel(String title) {
      return PartLabels.of(title) != null || title.endsWith(":");
    }
  }

  /** Returns the adverts of a page's parts, none if they aren't most of what it says. */
  static StackedAdverts of(Page page) {
    if (page.blocks().blocks().size() > MAX_BLOCKS) {
      return NONE;
    }
    Search search = new Search(page);
    List<StackedPart> parts = search.best();
    if (parts.isEmpty()) {
      return NONE;
    }
    List<Element> read = read(parts);
    long all = page.blocks().words();
    long rest = page.blocks().without(read).words();
    boolean posted = parts.stream().allMatch(search::isPosted);
    if (rest > (1 - MIN_SHARE) * all
        || (!posted && parts.size() < MANY && isIntroduced(page, read))) {
      return NONE;
    }
    List<Advert> adverts = parts.stream().map(part -> advert(page, part, search.dates)).toList();
    return new StackedAdverts(adverts, read);
  }

  /** Sections of one advert stand below a paragraph that says what it is about. */
  private static boolean isIntroduced(Page page, List<Element> read) {
    return page.blocks().without(read).blocks().stream()
        .anyMatch(block -> !block.heading() && block.words() >= PARAGRAPH_WORDS);
  }

  /** Words that stand in no element of their own can't be left out but with all around them. */
  private static List<Element> read(List<StackedPart> parts) {
    List<Element> read = new ArrayList<>();
    for (StackedPart part : parts) {
      for (Node node : part.nodes()) {
        Element parent = node.parent() instanceof Element around ? around : null;
        if (node instanceof TextNode text && !text.isBlank() && parent != null) {
          return List.of(parent);
        }
        if (node instanceof Element element) {
          read.add(element);
        }
      }
    }
    return read;
  }

  private static Advert advert(Page page, StackedPart part, ShownDates dates) {
    String title = part.title().isEmpty() ? page.title() : part.title();
    FactLines.Left left = FactLines.part(part.whole(), part.body(), title, dates::isAlone);
    Advert.Builder advert =
        page.advert(part.isSigned() ? Channel.FORUM : Channel.CLASSIFIEDS, null)
            .title(title)
            .body(left.text())
            .language(page.language())
            .postedAt(dates.find(part.signature()))
            .context("posted", part.signature())
            .context("links", String.join(" ", MessengerLinks.of(part.whole())))
            .field("author", part.author())
            .field("price", left.price());
    ReachLinks.in(part.whole()).forEach(advert::field);
    return advert.build();
  }
}
