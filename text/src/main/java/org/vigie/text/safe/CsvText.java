package org.vigie.text.safe;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of CSV (RFC 4180) that a spreadsheet can't be made to compute. */
public final class CsvText {
  /** What begins a formula, also in the full-width forms that spreadsheets read alike. */
  private static final String STARTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20|%";

  /**
   * What ends a cell in one country or another. A spreadsheet that takes the semicolon for it takes
   * the quotes of all but the first cell for text.
   */
  private static final String SEPARATORS = ",;\t\n\r";

  private CsvText() {}

  /**
   * Returns a row with its line end: every cell quoted, controls shown as escapes, addresses
   * defanged, and an apostrophe before whatever a spreadsheet would take for a formula (OWASP, CSV
   * injection), at the start of a cell and after all that might end one. JSON Lines keep the text
   * as it is.
   */
  public static String row(List<String> cells) {
    return cells.stream()
        .map(text -> cell(text, Defanged.text(text)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /**
   * Returns a row as {@link #row} does, but with addresses as they are: for programs that match
   * them with what they know.
   */
  public static String rowWithAddresses(List<String> cells) {
    return cells.stream()
        .map(text -> cell(text, text))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text, String defanged) {
    String shown = SafeText.block(defanged);
    BitSet formulas = formulas(shown);
    if (startsBlank(text) || formulas(text).get(0)) {
      formulas.set(0);
    }
    StringBuilder cell = new StringBuilder("\"");
    for (int i = 0; i < shown.length(); i++) {
      cell.append(formulas.get(i) ? "'" : "").append(shown.charAt(i));
      if (shown.charAt(i) == '"') {
        cell.append('"');
      }
    }
    return cell.append('"').toString();
  }

  private static boolean startsBlank(String text) {
    return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
  }

  /**
   * Returns where a formula would begin: at the start or after a separator. It goes from the end to
   * the start, so that it takes one pass however many blanks there are.
   */
  private static BitSet formulas(String text) {
    BitSet formulas = new BitSet();
    boolean ahead = false;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (ahead && SEPARATORS.indexOf(c) >= 0) {
        formulas.set(i + 1);
        ahead = false;
      }
      ahead = STARTERS.indexOf(c) >= 0 || (ahead && isPassedOver(c));
    }
    formulas.set(0, ahead);
    return formulas;
  }

  /** Spreadsheets pass over blanks, invisible characters and quotes before a formula. */
  private static boolean isPassedOver(char c) {
    return c == '"'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
