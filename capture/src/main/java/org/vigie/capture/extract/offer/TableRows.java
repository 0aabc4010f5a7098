package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PairedParts;
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

  /** Words that a heading has at most where it isn't marked as one. */
  private static final int MAX_HEADING = 3;

  private static final int MAX_ROWS = 500;
  private static final int MAX_TABLES = 200;

  /** Words that a notice has on average; measures and prices have fewer. */
  private static final int MIN_WORDS = 4;

  /** Share of the page's words that the table must have. */
  private static final double MIN_SHARE = 0.5;

  private final Page page;
  private final List<Element> headings;
  private final List<List<Element>> rows = new ArrayList<>();
  private final ShownDates dates;

  private TableRows(Page page, List<Element> headings) {
    this.page = page;
    this.headings = headings;
    dates = ShownDates.of(page.language(), List.of());
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
        return board.adverts(column);
      }
    }
    return List.of();
  }

  private static @Nullable TableRows in(Page page, Element table) {
    Element body = table.firstElementChild();
    while (body != null && body.normalName().matches("caption|colgroup")) {
      body = body.nextElementSibling();
    }
    TableRows board = null;
    for (Element part = body; part != null; part = part.nextElementSibling()) {
      for (Element row = part.firstElementChild(); row != null; row = row.nextElementSibling()) {
        if (board == null) {
          List<Element> headings = headings(row);
          if (headings.size() < MIN_COLUMNS) {
            return null;
          }
          board = new TableRows(page, headings);
        } else if (board.rows.size() < MAX_ROWS) {
          board.add(cells(row, "td"));
        }
      }
    }
    return board;
  }

  /** Old pages mark their headings by colour alone: each a word or two. */
  private static List<Element> headings(Element row) {
    List<Element> headings = cells(row, "th");
    List<Element> plain = headings.isEmpty() ? cells(row, "td") : List.of();
    boolean few =
        plain.stream()
            .map(cell -> cell.text().strip())
            .allMatch(said ->
                !said.isEmpty()
                    && TextBlock.words(said) <= MAX_HEADING
                    && said.chars().noneMatch(Character::isDigit));
    return few && !plain.isEmpty() ? plain : headings;
  }

  private static List<Element> cells(Element row, String tag) {
    List<Element> cells = new ArrayList<>();
    Element cell = row.firstElementChild();
    for (; cell != null && cells.size() <= MAX_COLUMNS; cell = cell.nextElementSibling()) {
      if (cell.normalName().equals(tag)) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private void add(List<Element> cells) {
    if (cells.size() == headings.size()) {
      rows.add(cells);
    }
  }

  /** Returns the column with the most words, -1 if the table is no notice board. */
  private int fullest() {
    int[] words = new int[headings.size()];
    int all = 0;
    for (List<Element> row : rows) {
      for (int i = 0; i < words.length; i++) {
        int own = TextBlock.words(row.get(i).text());
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
    List<Advert> adverts = new ArrayList<>();
    for (List<Element> row : rows) {
      String text = page.text(row.get(column));
      int line = text.indexOf('\n');
      Advert.Builder advert =
          page.advert(Channel.CLASSIFIEDS, null)
              .title(line < 0 ? text : text.substring(0, line))
              .language(page.language())
              .context("links", links(row))
              .context("listed", "true");
      String body = line < 0 ? "" : text.substring(line + 1);
      advert.body(body + beside(row, column, advert));
      if (!text.isBlank()) {
        adverts.add(advert.build());
      }
    }
    return adverts;
  }

  private static String links(List<Element> row) {
    Element parent = row.getFirst().parent();
    return parent == null ? "" : String.join(" ", MessengerLinks.of(parent));
  }

  /** Takes the place and the day from their columns; returns what the others say. */
  private String beside(List<Element> row, int column, Advert.Builder advert) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String said = row.get(i).text().strip();
      if (i == column || said.isEmpty()) {
        continue;
      }
      if (PairedParts.isPlace(headings.get(i).text())) {
        advert.place(said);
      } else if (dates.isAlone(said)) {
        advert.postedAt(dates.find(said)).context("posted", said);
      } else {
        rest.append('\n').append(said);
      }
    }
    return rest.toString();
  }
}
