package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PicturesBesideTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void tellOfAPictureThatCanNotBeReadAndGoOn() throws Exception {
    PicturesBeside beside =
        new PicturesBeside(
            new Told(),
            name -> {
              if (name.equals("b.jpg")) {
                throw new IOException("a bad block");
              }
              return new byte[] {1};
            });

    beside.row(Map.of("text", "x"), Map.of(FileSink.PICTURES, "a.jpg; b.jpg\n c.jpg;a.jpg"));
    beside.row(Map.of("text", "y"), Map.of());

    assertThat(told)
        .containsExactly(
            "picture a.jpg",
            "unread b.jpg picture-unreadable",
            "picture c.jpg",
            "row {pictures=a.jpg\nc.jpg}",
            "row {}");
  }

  @Test
  void lookForNoPictureThatStandsInTheFileItself() throws Exception {
    PicturesBeside beside = new PicturesBeside(new Told(), name -> new byte[] {1});

    beside.picture("a.jpg", new byte[] {2});
    beside.row(Map.of(), Map.of(FileSink.PICTURES, "a.jpg"));
    beside.row(Map.of(), Map.of(FileSink.PICTURES, "a.jpg"));

    assertThat(told)
        .containsExactly(
            "picture a.jpg", "row {pictures=a.jpg}", "picture a.jpg", "row {pictures=a.jpg}");
  }

  @Test
  void letAFaultOfTheProcessPassThatReadsThem() throws Exception {
    FileSink stopped =
        new PicturesBeside(
            new Told() {
              @Override
              public void row(Map<String, String> parts, Map<String, String> fields) {
                throw new UncheckedIOException("no process", new IOException());
              }
            },
            name -> null);
    FileSource workbook = new FileSource("list.xls", workbook(), Map.of(), 0);

    assertThatThrownBy(() ->
            FileKind.recognise("list.xls", workbook.bytes()).orElseThrow().read(workbook, stopped))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static byte[] workbook() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet();
      for (int i = 0; i < 3; i++) {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue(i == 0 ? "text" : "an offer of work " + i);
        row.createCell(1).setCellValue(i == 0 ? "pictures" : "a.jpg");
      }
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /** What is handed on. */
  private class Told implements FileSink {
    @Override
    public void row(Map<String, String> parts, Map<String, String> fields) throws IOException {
      told.add("row " + fields);
    }

    @Override
    public void page(String url, String type, byte[] body, @Nullable Instant at) {}

    @Override
    public boolean readsPictures() {
      return true;
    }

    @Override
    public void picture(String name, byte[] picture) {
      told.add("picture " + name);
    }

    @Override
    public void unread(String part, String kind, String reason) {
      told.add("unread " + part + " " + kind);
    }
  }
}
