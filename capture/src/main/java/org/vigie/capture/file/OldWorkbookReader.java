package org.vigie.capture.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Workbooks of Excel 97 to 2003; of older ones the texts. */
final class OldWorkbookReader implements FileReader {
  private static final int MAX_COLUMNS = 256;

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
      DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
      for (Sheet sheet : workbook) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
          List<String> cells = new ArrayList<>();
          for (int i = 0; i < Math.min(row.getLastCellNum(), MAX_COLUMNS); i++) {
            cells.add(formatter.formatCellValue(row.getCell(i)));
          }
          rows.add(cells);
        }
        Rows.read(rows, "sheet " + (workbook.getSheetIndex(sheet) + 1), file, sink);
      }
    } catch (OldExcelFormatException e) {
      older(file, sink);
    } catch (UncheckedIOException e) { // it is the sink that can't go on
      throw e;
    } catch (RuntimeException e) { // POI says so of files that are damaged
      throw new IOException("an Excel workbook must be whole, but isn't", e);
    }
  }

  private static void older(FileSource file, FileSink sink) throws IOException {
    try (OldExcelExtractor old = new OldExcelExtractor(new ByteArrayInputStream(file.bytes()))) {
      if (!new RowBuilder().part("text", old.getText()).to(sink)) {
        sink.unread("", "empty", "a workbook must have words, but has none");
      }
    } catch (UncheckedIOException e) { // it is the sink that can't go on
      throw e;
    } catch (RuntimeException e) {
      throw new IOException("an Excel workbook must be whole, but isn't", e);
    }
  }
}
