package org.vigie.capture.extract.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.ParsedMarkup;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.LinkResolver;

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

  /** One anchor, area or link to a next page. */
  private static final class Anchor {
    private final @Nullable String href;
    private final boolean follow;
    private final AnchorText text = new AnchorText();

    private Anchor(@Nullable String href, boolean follow) {
      this.href = href;
      this.follow = follow;
    }
  }

  private final PlainTags tags;
  private final List<Anchor> anchors = new ArrayList<>();

  /** Elements open within the anchor that is open. */
  private final Deque<String> within = new ArrayDeque<>();

  /** For each table open, the cell open in it, or empty. */
  private final Deque<String> cells = new ArrayDeque<>();

  private @Nullable Anchor open;
  private @Nullable String base;
  private boolean nofollow;
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
    return page.read() ? page.extraction(url) : null;
  }

  private Extraction extraction(String url) {
    LinkResolver own = LinkResolver.of(url);
    String resolved = base == null ? "" : own.resolve(base);
    LinkResolver resolver = resolved.isEmpty() ? own : LinkResolver.of(resolved);
    Map<String, String> links = new LinkedHashMap<>();
    for (Anchor anchor : nofollow ? List.<Anchor>of() : anchors) {
      String link = anchor.href == null || !anchor.follow ? "" : resolver.resolve(anchor.href);
      if (!link.isEmpty() && PageLinks.isPage(link)) {
        links.merge(link, anchor.text.kept(), (first, more) -> first.isEmpty() ? more : first);
      }
    }
    links.remove(url);
    return Extraction.ofLinks(links);
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
      plain = plain && parts < ParsedMarkup.MAX_PARTS && anchors.size() < MAX_LINKS;
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
    boolean betweenCells = !cells.isEmpty() && cells.getFirst().isEmpty();
    return !betweenCells || (traits.contains(ElementTrait.TABLE_PART) && !name.equals("table"));
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
    Anchor anchor = add(link());
    open = anchor;
    return anchor != null && !tags.closesItself();
  }

  private @Nullable Anchor add(@Nullable Anchor anchor) {
    if (anchor != null) {
      anchors.add(anchor);
    }
    return anchor;
  }

  /** Returns the anchor that begins here, or null if it may lead to a next page. */
  private @Nullable Anchor link() {
    String rel = tags.attribute("rel");
    String lower = rel == null ? "" : rel.toLowerCase(Locale.ROOT);
    return lower.contains("next") || hasPagingLabel()
        ? null
        : new Anchor(tags.attribute("href"), !lower.contains("nofollow"));
  }

  private boolean hasPagingLabel() {
    return NextPage.mayBeLabel(tags.attribute("aria-label"))
        || NextPage.mayBeLabel(tags.attribute("title"));
  }

  /** Whether a link element is none that {@link PageLinks} or {@link NextPage} looks at. */
  private boolean isNoPaging() {
    String rel = tags.attribute("rel");
    String lower = rel == null ? "" : rel.toLowerCase(Locale.ROOT);
    return !lower.contains("next") && !lower.contains("prev") && !hasPagingLabel();
  }

  private boolean base() {
    base = base == null ? tags.attribute("href") : base;
    return true;
  }

  private boolean meta() {
    String name = tags.attribute("name");
    if (name != null && name.strip().equalsIgnoreCase("robots")) {
      String content = tags.attribute("content");
      String lower = content == null ? "" : content.toLowerCase(Locale.ROOT);
      nofollow |= lower.contains("nofollow") || lower.contains("none");
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
    if (!cells.isEmpty()) {
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
    Anchor ended = open;
    open = null;
    return name.equals("a") && ended != null && !ended.text.mayBePagingLabel();
  }

  private boolean table(String name) {
    switch (name) {
      case "table" -> {
        hidden |= paragraph;
        cells.push("");
      }
      case "td", "th" -> cell(name);
      default -> cell("");
    }
    return true;
  }

  /** Of parts of tables outside a table, nothing becomes. */
  private void cell(String name) {
    if (!cells.isEmpty()) {
      cells.pop();
      cells.push(name);
    }
  }

  private boolean endInTable(String name) {
    String cell = cells.getFirst();
    switch (name) {
      case "table" -> cells.pop();
      case "td", "th" -> {
        cell("");
        return cell.equals(name);
      }
      case "tr", "thead", "tbody", "tfoot" -> cell("");
      default -> {
        paragraph &= !name.equals("p");
        return !cell.isEmpty() && !name.equals("a") && !name.equals("body") && !name.equals("html");
      }
    }
    return true;
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
