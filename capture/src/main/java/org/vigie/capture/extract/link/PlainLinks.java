package org.vigie.capture.extract.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.ParsedMarkup;
import org.vigie.capture.extract.page.Extraction;

/**
 * The links of a page that is written plainly, told from its tags: no document is built.
 *
 * <p>What it returns is what {@link PageLinks} returns for the document. So it takes a page only if
 * no rule of the HTML standard (section 13.2.6, "Tree construction") can move an anchor, double it
 * or change its text, and if none of its links may be that to a next page. For any other page it
 * returns null; {@code PlainLinksTest} holds both against each other.
 */
public final class PlainLinks {
  private static final int MAX_LINKS = 2_000;

  /** The document's own bound lies deeper. */
  private static final int MAX_DEPTH = 200;

  /** By these a channel knows a page as its own: it takes other links than all. */
  private static final List<String> CHANNEL_MARKS = List.of("tgme_", "data-preloaded");

  private final PlainTags tags;
  private final PlainAnchors anchors = new PlainAnchors();

  /** Elements open within the anchor that is open. */
  private final Deque<String> within = new ArrayDeque<>();

  private final OpenTables tables = new OpenTables();
  private PlainAnchors.@Nullable Anchor open;
  private boolean paragraph;

  /** Whether a paragraph may be open around a button: it shows again when that ends. */
  private boolean hidden;

  private boolean body;
  private boolean ended;
  private int depth;
  private int formatting;
  private int formattingParts;

  /** Nodes and attributes that the document would have at most. */
  private int parts;

  private PlainLinks(String text) {
    tags = new PlainTags(text);
  }

  /** Returns the links of a page of HTML, or null if its document must be built. */
  public static @Nullable Extraction of(String url, String text) {
    if (text.length() > ParsedMarkup.MAX_CHARS || text.indexOf('\0') >= 0) {
      return null;
    }
    if (CHANNEL_MARKS.stream().anyMatch(text::contains)) {
      return null;
    }
    PlainLinks page = new PlainLinks(text);
    return page.read() ? page.anchors.extraction(url) : null;
  }

  /** Returns whether all of it is plain. */
  private boolean read() {
    boolean plain = true;
    while (plain) {
      PlainTags.Kind kind = tags.next();
      if (!addWords()) {
        return false;
      }
      switch (kind) {
        case START -> plain = begin(tags.name());
        case END -> plain = end(tags.name());
        case ASIDE -> {}
        case TEXT_END -> {
          return open == null;
        }
        case ODD -> plain = false;
      }
      parts += 3 + formatting * formattingParts;
      plain = plain && parts < ParsedMarkup.MAX_PARTS && anchors.count() < MAX_LINKS;
    }
    return false;
  }

  /** Adds to the text of the open anchor; false if that grows longer than can be kept. */
  private boolean addWords() {
    if (open != null && tags.hasWords()) {
      if (tags.wordsLength() > AnchorText.MAX_LENGTH) {
        return false;
      }
      open.text.add(tags.words(), within.isEmpty());
      return !open.text.isLong();
    }
    return true;
  }

  private boolean begin(String name) {
    parts += tags.attributes();
    EnumSet<ElementTrait> traits = ElementTrait.of(name);
    if (traits.contains(ElementTrait.ODD) || (ended && !name.equals("script"))) {
      return false;
    }
    if (!isPlacedWell(name, traits) || !count(traits)) {
      return false;
    }
    if (traits.contains(ElementTrait.HOLDS_TEXT)) {
      return open == null && !tags.closesItself() && tags.skip(name);
    }
    if (name.equals("svg")) {
      return tags.closesItself() || skip(ElementTrait.IN_DRAWING, "svg");
    }
    if (traits.contains(ElementTrait.TABLE_PART)) {
      return open == null && !tags.closesItself() && table(name);
    }
    if (open != null) {
      return beginWithin(name, traits);
    }
    if (name.equals("noscript") && !body) {
      return skip(ElementTrait.WITHOUT_SCRIPT, "noscript");
    }
    if (name.equals("select")) {
      return skip(ElementTrait.CHOICE, "select");
    }
    hidden |= paragraph && name.equals("button");
    paragraph = name.equals("p") || (paragraph && !traits.contains(ElementTrait.ENDS_PARAGRAPH));
    return switch (name) {
      case "a" -> anchor();
      case "area" -> add(link()) != null;
      case "link" -> isNoPaging();
      case "base" -> base();
      case "meta" -> meta();
      case "p", "body" -> !tags.closesItself();
      default -> true;
    };
  }

  /** The head holds few elements, and a table nothing but cells. */
  private boolean isPlacedWell(String name, EnumSet<ElementTrait> traits) {
    body |= !traits.contains(ElementTrait.IN_HEAD) && !name.equals("noscript");
    return !tables.isBetweenCells()
        || (traits.contains(ElementTrait.TABLE_PART) && !name.equals("table"));
  }

  private boolean count(EnumSet<ElementTrait> traits) {
    if (traits.contains(ElementTrait.FORMATTING)) {
      formatting++;
      formattingParts = Math.max(formattingParts, 2 + tags.attributes());
    }
    depth += traits.contains(ElementTrait.VOID) ? 0 : 1;
    return depth < MAX_DEPTH;
  }

  private boolean anchor() {
    PlainAnchors.Anchor anchor = add(link());
    open = anchor;
    return anchor != null && !tags.closesItself();
  }

  private PlainAnchors.@Nullable Anchor add(PlainAnchors.@Nullable Anchor anchor) {
    if (anchor != null) {
      anchors.add(anchor);
    }
    return anchor;
  }

  /** Returns the anchor that begins here, or null if it may lead to a next page. */
  private PlainAnchors.@Nullable Anchor link() {
    String rel = tags.attribute("rel");
    String lower = rel == null ? "" : rel.toLowerCase(Locale.ROOT);
    return lower.contains("next") || hasPagingLabel()
        ? null
        : new PlainAnchors.Anchor(tags.attribute("href"), !lower.contains("nofollow"));
  }

  private boolean hasPagingLabel() {
    return PagingLabel.mayBe(tags.attribute("aria-label"))
        || PagingLabel.mayBe(tags.attribute("title"));
  }

  /** Whether a link element is none that {@link PageLinks} or {@link NextPage} looks at. */
  private boolean isNoPaging() {
    String rel = tags.attribute("rel");
    String lower = rel == null ? "" : rel.toLowerCase(Locale.ROOT);
    return !lower.contains("next") && !lower.contains("prev") && !hasPagingLabel();
  }

  private boolean base() {
    anchors.resolveAgainst(tags.attribute("href"));
    return true;
  }

  private boolean meta() {
    String name = tags.attribute("name");
    if (name != null && name.strip().equalsIgnoreCase("robots")) {
      String content = tags.attribute("content");
      String lower = content == null ? "" : content.toLowerCase(Locale.ROOT);
      if (lower.contains("nofollow") || lower.contains("none")) {
        anchors.dropAll();
      }
    }
    return true;
  }

  private boolean beginWithin(String name, EnumSet<ElementTrait> traits) {
    boolean block = traits.contains(ElementTrait.BLOCK);
    if (tags.closesItself() && !traits.contains(ElementTrait.VOID)) {
      return false;
    }
    if (block && (paragraph || hidden || within.contains("p") || isHeading(within.peek()))) {
      return false;
    }
    if (!traits.contains(ElementTrait.VOID)) {
      within.push(name);
    }
    return block || traits.contains(ElementTrait.PHRASE);
  }

  private static boolean isHeading(@Nullable String name) {
    return name != null && name.length() == 2 && name.charAt(0) == 'h';
  }

  private boolean end(String name) {
    depth = Math.max(0, depth - 1);
    if (ElementTrait.of(name).contains(ElementTrait.FORMATTING)) {
      formatting = Math.max(0, formatting - 1);
    }
    if (open != null) {
      return endWithin(name);
    }
    if (!tables.areNone()) {
      return endInTable(name);
    }
    ended |= name.equals("body") || name.equals("html");
    body |= name.equals("head");
    paragraph &= !name.equals("p");
    return !name.equals("svg");
  }

  private boolean endWithin(String name) {
    if (!within.isEmpty()) {
      return within.pop().equals(name);
    }
    PlainAnchors.Anchor ended = open;
    open = null;
    return name.equals("a") && ended != null && !ended.text.mayBePagingLabel();
  }

  private boolean table(String name) {
    hidden |= paragraph && name.equals("table");
    tables.begin(name);
    return true;
  }

  private boolean endInTable(String name) {
    if (OpenTables.isPart(name)) {
      return tables.end(name);
    }
    paragraph &= !name.equals("p");
    return !tables.isBetweenCells()
        && !name.equals("a")
        && !name.equals("body")
        && !name.equals("html");
  }

  /** Leaves an element out that holds nothing but elements of a trait, and so no links. */
  private boolean skip(ElementTrait trait, String element) {
    depth--;
    while (true) {
      PlainTags.Kind kind = tags.next();
      String name = tags.name();
      if (kind == PlainTags.Kind.END && name.equals(element)) {
        return true;
      }
      boolean tag = kind == PlainTags.Kind.START || kind == PlainTags.Kind.END;
      boolean silent = (body && open == null) || tags.words().isBlank();
      parts += 3 + tags.attributes();
      if (!tag || !ElementTrait.of(name).contains(trait) || !silent || !isNeutral(kind, name)) {
        return false;
      }
    }
  }

  private boolean isNeutral(PlainTags.Kind kind, String name) {
    boolean begins = kind == PlainTags.Kind.START;
    return !begins || (name.equals("link") ? isNoPaging() : !name.equals("meta") || meta());
  }
}
