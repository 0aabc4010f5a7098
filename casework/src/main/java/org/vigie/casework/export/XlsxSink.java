package org.vigie.casework.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.vigie.search.SearchResult;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/**
 * Adverts as a workbook of one sheet. Every cell says of itself that it is a string, so that
 * nothing in it is computed; addresses are defanged, and no cell is a link.
 */
final class XlsxSink implements ExportSink {
  /** What a cell may hold; beyond it, a spreadsheet calls the file broken. */
  static final int LONGEST_CELL = 32_767;

  /** Rows kept before they are written out. */
  private static final int FLUSHED = 200;

  private static final String CUT = "… [cut; JSON Lines hold the whole]";

  private final Workbook workbook;
  private final Worksheet sheet;
  private int rows;

  XlsxSink(OutputStream out) throws IOException {
    workbook = new Workbook(out, "Vigie", "1.0");
    sheet = workbook.newWorksheet("adverts");
    row(AdvertCells.COLUMNS);
  }

  @Override
  public void add(SearchResult.Hit hit) throws IOException {
    row(AdvertCells.of(hit));
  }

  /** Adds a row of texts. */
  void row(List<String> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      sheet.inlineString(rows, column, shown(cells.get(column)));
    }
    rows++;
    if (rows % FLUSHED == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }

  private static String shown(String text) {
    String safe = SafeText.block(Defanged.text(text));
    if (safe.length() <= LONGEST_CELL) {
      return safe;
    }
    int end = LONGEST_CELL - CUT.length();
    return safe.substring(0, Character.isHighSurrogate(safe.charAt(end - 1)) ? end - 1 : end) + CUT;
  }
}
