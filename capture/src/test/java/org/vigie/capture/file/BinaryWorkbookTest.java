package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records written by hand as [MS-XLSB] says. */
class BinaryWorkbookTest {
  private static final int ROOM = 1_000;

  @Test
  void readsTextsNumbersDatesAndTruths() throws IOException {
    byte[] shared = joined(item(19, flagged("Название")), item(19, flagged("second")));
    byte[] styles =
        joined(
            item(44, joined(shorts(170), text("yyyy-mm-dd"))),
            item(47, shorts(0, 14)), // a style of no cell
            item(617, new byte[0]),
            item(47, shorts(0, 0)),
            item(47, shorts(0, 170)),
            item(618, new byte[0]));
    byte[] sheet =
        joined(
            item(0, new byte[4]),
            cell(7, 0, 0, ints(0)),
            cell(6, 2, 0, text("in the cell")),
            cell(62, 3, 0, flagged("formatted")),
            item(0, new byte[4]),
            item(0, new byte[4]),
            cell(2, 0, 0, ints(1234 << 2 | 3)),
            cell(5, 1, 0, doubles(2.5)),
            cell(9, 2, 1, doubles(46_000)),
            cell(4, 3, 0, new byte[] {1}),
            cell(7, 4, 0, ints(99)),
            cell(3, 5, 0, new byte[] {7}));

    assertThat(new BinaryWorkbook(shared, styles).rows(sheet, ROOM))
        .containsExactly(
            List.of("Название", "", "in the cell", "formatted"),
            List.of("12.34", "2.5", "2025-12-09T00:00", "1", "", ""));
  }

  @Test
  void refusesWhatEndsBeforeItIsWholeAndPassesOverColumnsThatNoListHas() throws IOException {
    BinaryWorkbook workbook = new BinaryWorkbook(new byte[0], new byte[0]);
    byte[] row = item(0, new byte[4]);
    for (byte[] cut :
        List.of(
            new byte[] {6},
            new byte[] {6, 20, 1},
            cell(6, 0, 0, ints(Integer.MAX_VALUE)),
            cell(6, 0, 0, ints(-1)),
            cell(5, 0, 0, new byte[3]),
            item(7, new byte[5]))) {
      assertThatThrownBy(() -> workbook.rows(joined(row, cut), ROOM))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("whole records");
    }
    assertThat(
            workbook.rows(
                joined(row, cell(6, 2_000_000_000, 0, text("x")), cell(6, -1, 0, text("y"))), ROOM))
        .isEmpty();
  }

  @Test
  void stopsOnceThereIsNoRoom() throws IOException {
    byte[] row = joined(item(0, new byte[4]), cell(6, 9, 0, text("far")));
    byte[] sheet = joined(row, row, row, row);
    assertThat(new BinaryWorkbook(new byte[0], new byte[0]).rows(sheet, 15)).hasSize(2);
  }

  private static byte[] cell(int type, int column, int style, byte[] value) {
    return item(type, joined(ints(column, style), value));
  }

  private static byte[] item(int type, byte[] content) {
    byte[] head = type < 0x80 ? bytes(type) : bytes(type & 0x7f | 0x80, type >> 7);
    int length = content.length;
    byte[] size = length < 0x80 ? bytes(length) : bytes(length & 0x7f | 0x80, length >> 7);
    return joined(head, size, content);
  }

  private static byte[] text(String text) {
    return joined(ints(text.length()), text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static byte[] flagged(String text) {
    return joined(bytes(0), text(text));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = room(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] shorts(int... values) {
    ByteBuffer bytes = room(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  private static byte[] doubles(double value) {
    return room(8).putDouble(value).array();
  }

  private static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
