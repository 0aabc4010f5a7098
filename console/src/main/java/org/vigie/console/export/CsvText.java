package org.vigie.console.export;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.console.render.Defanged;
import org.vigie.console.render.SafeText;

/** Rows of CSV (RFC 4180) that a spreadsheet can't be made to compute. */
final class CsvText {
  private CsvText() {}

  /**
   * Returns a row with its line end: every cell quoted, controls shown as escapes, addresses
   * defanged, and an apostrophe before whatever a spreadsheet would take for a formula (OWASP, CSV
   * injection). JSON Lines keep the text as it is.
   */
  static String row(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String shown = SafeText.block(Defanged.text(text));
    String harmless = startsFormula(text) || startsFormula(shown) ? "'" + shown : shown;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }

  /** Spreadsheets pass over blanks and invisible characters before a formula, and so do we. */
  private static boolean startsFormula(String text) {
    if (!text.isEmpty()
        && (text.charAt(0) == '\t' || text.charAt(0) == '\r' || text.charAt(0) == '\n')) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("=+-@\uFF1D\uFF0B\uFF0D\uFF20|%".indexOf(c) >= 0) {
        return true;
      }
      boolean passedOver =
          Character.isWhitespace(c)
              || Character.isSpaceChar(c)
              || Character.isISOControl(c)
              || Character.getType(c) == Character.FORMAT;
      if (!passedOver) {
        return false;
      }
    }
    return false;
  }
}
