package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PartLabels;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.content.TelephoneShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;

/**
 * A notice board that is one table: a row of headings, and a notice in each row below, of which the
 * fullest column says what it is about.
 */
final class TableRows {
  private static final Evaluator TABLES = Selector.evaluatorOf("table");
  private static final int MIN_COLUMNS = 3;
  private static final int MAX_COLUMNS = 10;
  private static final int MIN_ROWS = 2;

  private static final int MAX_NAME = 80;

  /** Longer cells are text and no more. */
  private static final int MAX_PART = 200;

  private static final int MAX_TABLES = 200;

  /** Words that a notice has on average; measures and prices have fewer. */
  private static final int MIN_WORDS = 4;

  /** Share of the page's words that the table must have. */
  private static final double MIN_SHARE = 0.5;

  private final Page page;
  private final List<Element> headings;
  private final List<List<Element>> rows = new ArrayList<>();
  private final ShownDates dates;
  private final boolean cut;

  /** Cell → what it says; one that reaches over several rows or columns is read once. */
  private final Map<Element, String> texts = new IdentityHashMap<>();

  private final Map<Element, Set<String>> messengers = new IdentityHashMap<>();

  private TableRows(Page page, List<Element> headings, boolean cut) {
    this.page = page;
    this.headings = headings;
    this.cut = cut;
    dates = ShownDates.on(page, List.of());
  }

  /** Returns an advert for each row of the page's one board, none if it has no such table. */
  static List<Advert> of(Page page) {
    List<Element> tables = page.document().select(TABLES);
    if (tables.size() > MAX_TABLES) {
      return List.of();
    }
    for (Element table : tables) {
      TableRows board = in(page, table);
      int column = board == null ? -1 : board.fullest();
      if (board != null && column >= 0) {
        page.cutIf(board.cut);
        return board.adverts(column);
      }
    }
    return List.of();
  }

  private static @Nullable TableRows in(Page page, Element table) {
    TableGrid read = TableGrid.of(table);
    List<List<Element>> grid = read.rows();
    int head = TableHead.rows(grid, MIN_COLUMNS);
    List<Element> headings = head == 0 ? List.of() : grid.get(head - 1);
    if (headings.isEmpty() || headings.size() > MAX_COLUMNS) {
      return null;
    }
    TableRows board = new TableRows(page, headings, read.cut());
    grid.subList(head, grid.size()).forEach(board::add);
    return board;
  }

  /** What reaches over all columns, such as a month, is no notice. */
  private void add(List<Element> cells) {
    boolean row = cells.size() == headings.size() && new HashSet<>(cells).size() > 1;
    if (row && cells.stream().anyMatch(cell -> cell.normalName().equals("td"))) {
      rows.add(cells);
    }
  }

  /** Returns the column with the most words, -1 if the table is no notice board. */
  private int fullest() {
    int[] words = new int[headings.size()];
    int all = 0;
    Set<Element> counted = new HashSet<>();
    for (List<Element> row : rows) {
      for (int i = 0; i < words.length; i++) {
        int own = counted.add(row.get(i)) ? TextBlock.words(said(row.get(i))) : 0;
        words[i] += own;
        all += own;
      }
    }
    int best = 0;
    for (int i = 1; i < words.length; i++) {
      best = words[i] > words[best] ? i : best;
    }
    boolean board =
        rows.size() >= MIN_ROWS
            && words[best] >= MIN_WORDS * rows.size()
            && all >= MIN_SHARE * page.blocks().words();
    return board ? best : -1;
  }

  private List<Advert> adverts(int column) {
    int called = -1;
    for (int i = 0; i < headings.size(); i++) {
      called = called < 0 && TableHead.isTitle(said(headings.get(i))) ? i : called;
    }
    List<Advert> adverts = new ArrayList<>();
    for (List<Element> row : rows) {
      String text = page.text(row.get(column));
      boolean named = called >= 0 && called != column;
      String title = named ? page.text(row.get(called)).replace('\n', ' ').strip() : "";
      int line = text.indexOf('\n');
      boolean own = !title.isEmpty();
      Advert.Builder advert =
          page.advert(Channel.CLASSIFIEDS, null)
              .title(own ? title : line < 0 ? text : text.substring(0, line))
              .language(page.language())
              .context("links", links(row))
              .context("listed", "true");
      String body = own ? text : line < 0 ? "" : text.substring(line + 1);
      String rest = beside(row, column, own ? called : column, advert);
      advert.body(body + rest);
      if (!text.isBlank() || TelephoneShape.isIn(rest)) { // a number alone is an offer too
        adverts.add(advert.build());
      }
    }
    return adverts;
  }

  private String said(Element cell) {
    return texts.computeIfAbsent(cell, own -> own.text().strip());
  }

  private String links(List<Element> row) {
    Set<String> links = new LinkedHashSet<>();
    for (Element cell : row) {
      links.addAll(messengers.computeIfAbsent(cell, MessengerLinks::of));
    }
    return String.join(" ", links);
  }

  /** Takes who, where, when and for how much from their columns; returns what the others say. */
  private String beside(List<Element> row, int column, int title, Advert.Builder advert) {
    StringBuilder rest = new StringBuilder();
    Set<Element> seen = new HashSet<>();
    for (int i = 0; i < row.size(); i++) {
      String said = said(row.get(i));
      if (i == column || i == title || said.isEmpty() || !seen.add(row.get(i))) {
        continue;
      }
      if (said.length() > MAX_PART) {
        rest.append('\n').append(page.text(row.get(i)));
        continue;
      }
      Part part = PartLabels.of(said(headings.get(i)));
      boolean name = said.length() <= MAX_NAME && !ContactShape.isIn(said);
      if (part == Part.PLACE) {
        advert.place(said);
      } else if (part == Part.EMPLOYER && name) {
        advert.field(Advert.EMPLOYER, said);
      } else if (part == Part.AUTHOR && name) {
        advert.field("author", said);
      } else if (dates.isAlone(said)) {
        advert.postedAt(dates.find(said)).context("posted", said);
      } else {
        if (PriceShape.isAlone(said)) {
          advert.field("price", said);
        }
        rest.append('\n').append(said);
      }
    }
    return rest.toString();
  }
}
