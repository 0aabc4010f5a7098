package org.vigie.casework.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks, opened again with two readers. */
class SpreadsheetTest {
  @Test
  void holdTheirTextsAsStringsToBothReaders() throws Exception {
    List<String> texts = FormulaTest.payloads();
    assertThat(texts).hasSizeGreaterThanOrEqualTo(500);
    byte[] file = workbook(texts);

    assertStrings(file, texts.size(), 3);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
          .isEqualTo(texts.getFirst());
    }
  }

  /** Asserts that both readers take every cell for a string, and find no link. */
  static void assertStrings(byte[] file, int rows, int cells) throws Exception {
    int read = 0;
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
          assertThat(cell.getHyperlink()).isNull();
          read++;
        }
      }
      assertThat(workbook.getExternalLinksTable()).isEmpty();
    }
    assertThat(read).isEqualTo(cells * rows + AdvertCells.COLUMNS.size());

    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<org.dhatim.fastexcel.reader.Row> all = workbook.getFirstSheet().read();
      assertThat(all).hasSize(rows + 1);
      for (org.dhatim.fastexcel.reader.Row row : all) {
        for (org.dhatim.fastexcel.reader.Cell cell : row) {
          assertThat(cell.getType()).isEqualTo(org.dhatim.fastexcel.reader.CellType.STRING);
          assertThat(cell.getFormula()).isNull();
        }
      }
    }
  }

  @Test
  void defangAddressesShowControlsAndCutWhatNoCellHolds() throws Exception {
    String link = "see https://ex.example.org/a\u202E\u0000\uD83D";
    String long1 = "x".repeat(40_000);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(workbook(List.of(link, long1))))) {
      String first = workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue();
      assertThat(first).isEqualTo("see hxxps://ex[.]example[.]org/a<U+202E><U+0000><U+D83D>");
      assertThat(workbook.getSheetAt(0).getRow(2).getCell(1).getStringCellValue())
          .hasSize(XlsxSink.LONGEST_CELL)
          .endsWith("JSON Lines hold the whole]");
    }
  }

  private static byte[] workbook(List<String> texts) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxSink sink = new XlsxSink(out)) {
      for (String text : texts) {
        sink.row(List.of("a-1", text, "m-1"));
      }
    }
    return out.toByteArray();
  }
}
