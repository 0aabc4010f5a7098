package org.vigie.web.pages.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.capture.file.TableStart;
import org.vigie.casework.submission.ColumnChoice;
import org.vigie.casework.submission.SubmissionReading;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Piece;

/**
 * What a file was taken for, as its page shows it.
 *
 * @param path of its own address
 * @param content what was read of it
 * @param form what a person said of it
 * @param samples how its first adverts begin, where it has no table
 */
public record IntakeView(
    String path,
    List<Piece> name,
    Content content,
    Form form,
    List<Table> tables,
    List<List<Piece>> samples) {
  private static final int MOST_LETTERS = 5;

  /**
   * What was read of a file.
   *
   * @param letters the first parts that couldn't be read
   * @param pictures what came of its pictures
   * @param refusal why it can't be taken; empty if it can
   */
  public record Content(
      String kind,
      long adverts,
      long unread,
      List<SubmissionReading.UnreadPart> letters,
      SubmissionReading.Pictures pictures,
      Worded refusal) {
    private static Content of(SubmissionReading reading) {
      return new Content(
          reading.kind(),
          reading.content().adverts(),
          reading.content().unread(),
          reading.content().letters().stream().limit(MOST_LETTERS).toList(),
          reading.content().pictures(),
          reading.canBeAccepted() ? Worded.NONE : Worded.said(reading.refusal().finding()));
    }
  }

  /**
   * What a person said of how a file is read.
   *
   * @param encoding as it was said, or empty
   * @param separator as it was said, or empty
   * @param map what was said of columns or pointers, as it is typed
   */
  public record Form(String encoding, String separator, String map) {}

  /**
   * A table in it.
   *
   * @param written how it is written, such as {@code windows-1251, semicolon}
   */
  public record Table(
      List<Piece> name, String written, List<Column> columns, List<List<List<Piece>>> rows) {}

  /**
   * A column of a table.
   *
   * @param field name of the field of a form that says what it holds
   * @param key as which part of an advert it is read; empty if as none of these
   */
  public record Column(String field, List<Piece> name, String key) {}

  static IntakeView of(WaitingFiles.Waiting file) {
    SubmissionReading reading = file.shown();
    List<Table> tables = new ArrayList<>();
    for (TableStart table : reading.tables()) {
      tables.add(table(tables.size(), table));
    }
    return new IntakeView(
        IntakePages.PATH + "/" + file.file().id(),
        pieces(file.file().name()),
        Content.of(reading),
        new Form(file.encoding(), file.separator(), typed(file.mapping())),
        tables,
        tables.isEmpty()
            ? reading.samples().stream().map(one -> pieces(one.text())).toList()
            : List.of());
  }

  private static Table table(int number, TableStart table) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(new Column(field(number, i), pieces(table.columns().get(i)), proposed(table, i)));
    }
    return new Table(
        pieces(table.table()),
        table.written(),
        columns,
        table.rows().stream().map(row -> row.stream().map(IntakeView::pieces).toList()).toList());
  }

  private static String proposed(TableStart table, int column) {
    String key = column < table.keys().size() ? table.keys().get(column) : "";
    return ColumnChoice.KEYS.contains(key) ? key : "";
  }

  private static String field(int table, int column) {
    return "column-" + table + "-" + column;
  }

  /** Returns key → column once a form has changed what was proposed. */
  static Map<String, String> chosen(Visit visit, WaitingFiles.Waiting file) {
    Map<String, String> mapping = new LinkedHashMap<>(ColumnChoice.parse(visit.form("map")));
    int number = 0;
    for (TableStart table : file.reading().tables()) {
      for (int i = 0; i < table.columns().size(); i++) {
        String said = visit.form(field(number, i));
        boolean changed =
            !visit.forms(field(number, i)).isEmpty() && !said.equals(proposed(table, i));
        String column = table.columns().get(i);
        String key = said.isEmpty() ? "fields." + column : said;
        if (changed && ColumnChoice.isKey(key) && ColumnChoice.isColumn(column)) {
          mapping.values().remove(column);
          mapping.put(key, column);
        }
      }
      number++;
    }
    return mapping;
  }

  private static String typed(Map<String, String> mapping) {
    List<String> pairs = new ArrayList<>();
    mapping.forEach((key, column) -> pairs.add(key + "=" + column));
    pairs.sort(null);
    return String.join(",", pairs);
  }

  private static List<Piece> pieces(String text) {
    return new EvidenceText(text).pieces();
  }
}
