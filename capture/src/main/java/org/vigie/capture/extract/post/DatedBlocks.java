package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.content.AgoShape;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.content.PartNames;
import org.vigie.capture.extract.content.PartNames.Role;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.ItemShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;

/**
 * What people say on a page of which no class name is known: like-shaped elements side by side,
 * each with one date, who wrote it and what. Posts of forums, printed threads, reviews and answers
 * look so, whatever software shows them.
 */
final class DatedBlocks {
  private static final int MIN_BLOCKS = 2;

  private static final int MAX_BLOCKS = 500;
  private static final int MAX_SEEN = 100_000;
  private static final int MAX_DATE = 60;

  private static final int MAX_ABOVE = 8;

  /** Words that may stand beside a date in the link to what was said then. */
  private static final int MAX_BESIDE = 8;

  /** Nodes looked at in all groups together: groups lie within groups. */
  private static final int MAX_LOOKED_AT = 300_000;

  /** Share of the page's words that must have been said so. */
  private static final double MIN_SHARE = 0.4;

  /**
   * Share that is enough where the rest stands in the posts, too: ranks, places, days of joining.
   */
  private static final double MIN_BARE_SHARE = 0.3;

  private static final double MIN_WHOLE_SHARE = 0.6;

  private static final Set<String> LEFT_OUT =
      Set.of("nav", "script", "style", "template", "textarea", "select", "noscript", "svg", "head");

  private static final Evaluator HEADED = Selector.evaluatorOf("tr > th ~ th");

  private final Page page;
  private final PartNames names = new PartNames();
  private final ShownDates dates;

  /** Element with a date in it → the first. */
  private final Map<Element, Element> dated = new IdentityHashMap<>();

  /** Parent → shape → its children of that shape with a date in them, in page order. */
  private final Map<Element, Map<String, List<Element>>> groups = new IdentityHashMap<>();

  /** Table → whether it has headings. */
  private final Map<Element, Boolean> headed = new IdentityHashMap<>();

  private final List<List<Element>> inOrder = new ArrayList<>();
  private final List<Element> marks = new ArrayList<>();

  /** What more than one date stands in. */
  private final Set<Element> shared = Collections.newSetFromMap(new IdentityHashMap<>());

  private int seen;
  private int looked;

  private DatedBlocks(Page page) {
    this.page = page;
    dates = ShownDates.on(page, List.of());
  }

  /** Returns an advert for each block, none if they aren't what the page is about. */
  static List<Advert> adverts(Page page) {
    String type = page.meta("og:type");
    if (type.startsWith("article") || type.startsWith("product")) {
      return List.of();
    }
    DatedBlocks blocks = new DatedBlocks(page);
    List<DatedBlock> alike = blocks.best();
    List<DatedBlock> said = blocks.isMost(alike) ? alike : blocks.alone().all();
    return blocks.isMost(said) ? blocks.adverts(blocks.alone().with(said)) : List.of();
  }

  private boolean isMost(List<DatedBlock> said) {
    int words = said.stream().mapToInt(DatedBlock::words).sum();
    int within = said.stream().mapToInt(one -> TextBlock.words(one.element().text())).sum();
    long all = all();
    boolean most = words >= MIN_SHARE * all;
    return said.size() >= MIN_BLOCKS
        && (most || (words >= MIN_BARE_SHARE * all && within >= MIN_WHOLE_SHARE * all));
  }

  private long all() {
    return page.blocks().blocks().stream()
        .filter(block -> !block.heading())
        .mapToLong(block -> block.words() - block.linkWords())
        .sum();
  }

  private List<DatedBlock> best() {
    NodeTraversor.filter((node, depth) -> visit(node), page.document().body());
    List<DatedBlock> best = List.of();
    int most = 0;
    for (List<Element> group : inOrder) {
      List<DatedBlock> said = group.size() < MIN_BLOCKS ? List.of() : read(group);
      int words = said.stream().mapToInt(DatedBlock::words).sum();
      if (words > most) {
        most = words;
        best = said;
      }
    }
    return best;
  }

  private NodeFilter.FilterResult visit(Node node) {
    if (++seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (!(node instanceof Element element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    if (LEFT_OUT.contains(element.normalName())) {
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    if (!isDate(element)) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    if (!isInTeaser(element)) {
      note(element);
    }
    return NodeFilter.FilterResult.SKIP_CHILDREN;
  }

  /** Nobody speaks within a link, which says what another page is about. */
  private static boolean isInTeaser(Element date) {
    Element element = date.parent();
    for (int i = 0; element != null && i < MAX_ABOVE; i++) {
      if (element.normalName().equals("a")) {
        String text = LabelledParts.shortText(element);
        int beside = TextBlock.words(text) - TextBlock.words(date.text());
        return text.isEmpty() || beside > MAX_BESIDE || PriceShape.isIn(text);
      }
      element = element.parent();
    }
    return false;
  }

  private boolean isDate(Element element) {
    if (element.normalName().equals("time")) {
      return true;
    }
    if (element.normalName().equals("a") && element.firstElementChild() != null) {
      return false;
    }
    String text = LabelledParts.shortText(element);
    if (text.isEmpty() || text.length() > MAX_DATE) {
      return false;
    }
    boolean shaped = dates.isAlone(text) || AgoShape.isAlone(text);
    return shaped && (element.firstElementChild() == null || names.of(element) == Role.TIME);
  }

  /** Notes that all that an element lies in has a date: each is climbed to once. */
  private void note(Element date) {
    Element body = page.document().body();
    Element element = date;
    marks.add(date);
    while (element != body && dated.putIfAbsent(element, date) == null) {
      Element parent = element.parent();
      if (parent == null) {
        return;
      }
      groups
          .computeIfAbsent(parent, key -> new HashMap<>())
          .computeIfAbsent(ItemShape.of(element), key -> group())
          .add(element);
      element = parent;
    }
    while (element != null && shared.add(element)) {
      element = element.parent();
    }
  }

  private LoneBlocks alone() {
    List<Element> some = marks.subList(0, Math.min(marks.size(), MAX_BLOCKS));
    return new LoneBlocks(some, shared, dated, this::walk);
  }

  private List<Element> group() {
    List<Element> group = new ArrayList<>();
    inOrder.add(group);
    return group;
  }

  /** Returns what each block of a group says; nothing if they are no posts. */
  private List<DatedBlock> read(List<Element> group) {
    List<DatedBlock> said = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    int priced = 0;
    int read = 0;
    for (Element element : group.subList(0, Math.min(group.size(), MAX_BLOCKS))) {
      BlockWalk walk = walk(element);
      DatedBlock block = walk == null ? null : walk.block();
      if (walk != null && walk.leadsElsewhere()) {
        return List.of();
      }
      if (walk == null || block == null || block.author().isEmpty()) {
        continue;
      }
      read++;
      said.add(block);
      priced += walk.isPriced() ? 1 : 0;
      targets.add(walk.target());
    }
    targets.remove("");
    boolean offers = 2 * priced >= read || (targets.size() >= 2 && 2 * targets.size() >= read);
    return offers || read * 2 <= group.size() ? List.of() : said;
  }

  /** The rows of a table with headings are read elsewhere. */
  private @Nullable BlockWalk walk(Element element) {
    Element date = dated.get(element);
    boolean row = element.normalName().equals("td");
    if (row || looked > MAX_LOOKED_AT || date == null || date == element || isInTable(element)) {
      return null;
    }
    BlockWalk walk = BlockWalk.of(element, date, dated.keySet(), names);
    looked += walk.seen();
    return walk;
  }

  private boolean isInTable(Element element) {
    Element parent = element.parent();
    Element table = parent == null ? null : parent.parent();
    return element.normalName().equals("tr")
        && table != null
        && headed.computeIfAbsent(table, t -> t.selectFirst(HEADED) != null);
  }

  private List<Advert> adverts(List<DatedBlock> said) {
    ShownDates shown =
        ShownDates.ofPosts(page, said.stream().map(one -> one.date().text()).toList());
    List<Advert> adverts = new ArrayList<>();
    String title = page.title();
    for (DatedBlock block : said) {
      @Nullable Advert advert = block.advert(page, title, shown);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
  }
}
