package org.vigie.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook that Excel wrote in binary: records of a type, a length and a content.
 *
 * @see <a
 *     href="https://learn.microsoft.com/en-us/openspecs/office_file_formats/ms-xlsb">[MS-XLSB]</a>
 */
final class BinaryWorkbook {
  private static final int ROW = 0;
  private static final int RK = 2;
  private static final int BOOLEAN = 4;
  private static final int REAL = 5;
  private static final int TEXT = 6;
  private static final int SHARED = 7;
  private static final int FORMULA_TEXT = 8;
  private static final int FORMULA_NUMBER = 9;
  private static final int FORMULA_BOOLEAN = 10;
  private static final int SHARED_ITEM = 19;
  private static final int FORMAT = 44;
  private static final int STYLE = 47;
  private static final int RICH_TEXT = 62;
  private static final int BEGIN_CELL_STYLES = 617;
  private static final int END_CELL_STYLES = 618;

  private static final int MAX_COLUMNS = 500;

  private final List<String> shared;
  private final Set<Integer> dates;

  /**
   * Reads what all sheets share; absent parts are empty.
   *
   * @throws IOException if a record ends before it is whole
   */
  BinaryWorkbook(byte[] sharedStrings, byte[] styles) throws IOException {
    shared = shared(sharedStrings);
    dates = dateStyles(styles);
  }

  /** One record. */
  private record Item(int type, ByteBuffer content) {
    /** Returns the next record, or null at the end. */
    static @Nullable Item next(ByteBuffer in) throws IOException {
      if (!in.hasRemaining()) {
        return null;
      }
      int type = in.get() & 0xff;
      if (type >= 0x80) {
        type = (type & 0x7f) | (byteOf(in) & 0x7f) << 7;
      }
      int length = 0;
      for (int i = 0; i < 4; i++) {
        int part = byteOf(in);
        length |= (part & 0x7f) << (7 * i);
        if (part < 0x80) {
          break;
        }
      }
      if (length > in.remaining()) {
        throw damaged();
      }
      ByteBuffer content = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      in.position(in.position() + length);
      return new Item(type, content);
    }

    private static int byteOf(ByteBuffer in) throws IOException {
      if (!in.hasRemaining()) {
        throw damaged();
      }
      return in.get() & 0xff;
    }

    void require(int bytes) throws IOException {
      if (content.remaining() < bytes) {
        throw damaged();
      }
    }

    /** Returns a text with its length before it. */
    String text() throws IOException {
      require(4);
      int length = content.getInt();
      if (length < 0 || length > content.remaining() / 2) {
        throw damaged();
      }
      byte[] letters = new byte[2 * length];
      content.get(letters);
      return new String(letters, StandardCharsets.UTF_16LE);
    }
  }

  private static IOException damaged() {
    return new IOException("a binary workbook must have whole records, but has not");
  }

  private static List<String> shared(byte[] part) throws IOException {
    List<String> strings = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(part);
    for (Item item = Item.next(in); item != null; item = Item.next(in)) {
      if (item.type() == SHARED_ITEM) {
        item.require(1);
        item.content().get(); // whether it is formatted
        strings.add(item.text());
      }
    }
    return strings;
  }

  private static Set<Integer> dateStyles(byte[] part) throws IOException {
    Set<Integer> formats = new HashSet<>(WorkbookReader.DATES);
    Set<Integer> styles = new HashSet<>();
    boolean cells = false;
    int style = 0;
    ByteBuffer in = ByteBuffer.wrap(part);
    for (Item item = Item.next(in); item != null; item = Item.next(in)) {
      switch (item.type()) {
        case FORMAT -> {
          item.require(2);
          int format = item.content().getShort() & 0xffff;
          if (WorkbookReader.showsDay(item.text().toLowerCase(Locale.ROOT))) {
            formats.add(format);
          }
        }
        case BEGIN_CELL_STYLES -> cells = true;
        case END_CELL_STYLES -> cells = false;
        case STYLE -> {
          item.require(4);
          if (cells && formats.contains(item.content().getShort(2) & 0xffff)) {
            styles.add(style);
          }
          style += cells ? 1 : 0;
        }
        default -> {}
      }
    }
    return styles;
  }

  /**
   * Returns the rows of a sheet that say something, until they have more cells than there is room.
   */
  List<List<String>> rows(byte[] sheet, int room) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int cells = 0;
    ByteBuffer in = ByteBuffer.wrap(sheet);
    for (Item item = Item.next(in); item != null && cells < room; item = Item.next(in)) {
      if (item.type() == ROW) {
        cells += end(row, rows);
        row = new ArrayList<>();
      } else if (isCell(item.type())) {
        item.require(8);
        int column = item.content().getInt();
        int style = item.content().getInt() & 0xff_ffff;
        if (column >= 0 && column <= MAX_COLUMNS) {
          while (row.size() <= column) {
            row.add("");
          }
          row.set(column, value(item, dates.contains(style)));
        }
      }
    }
    end(row, rows);
    return rows;
  }

  private static int end(List<String> row, List<List<String>> rows) {
    if (row.stream().allMatch(String::isBlank)) {
      return 0;
    }
    rows.add(List.copyOf(row));
    return row.size();
  }

  private static boolean isCell(int type) {
    return (type >= RK && type <= FORMULA_BOOLEAN) || type == RICH_TEXT;
  }

  private String value(Item cell, boolean date) throws IOException {
    return switch (cell.type()) {
      case RK -> {
        cell.require(4);
        yield number(rk(cell.content().getInt()), date);
      }
      case REAL, FORMULA_NUMBER -> {
        cell.require(8);
        yield number(cell.content().getDouble(), date);
      }
      case BOOLEAN, FORMULA_BOOLEAN -> {
        cell.require(1);
        yield cell.content().get() == 0 ? "0" : "1";
      }
      case SHARED -> {
        cell.require(4);
        int index = cell.content().getInt();
        yield index >= 0 && index < shared.size() ? shared.get(index) : "";
      }
      case TEXT, FORMULA_TEXT -> cell.text();
      case RICH_TEXT -> {
        cell.require(1);
        cell.content().get(); // whether it is formatted
        yield cell.text();
      }
      default -> ""; // an error of a formula
    };
  }

  /** A number in 30 bits, an integer or the upper part of another, perhaps a hundred times it. */
  private static double rk(int bits) {
    double number =
        (bits & 2) != 0 ? bits >> 2 : Double.longBitsToDouble((bits & 0xffff_fffcL) << 32);
    return (bits & 1) != 0 ? number / 100 : number;
  }

  private static String number(double number, boolean date) {
    return WorkbookReader.value(Double.toString(number), "n", date, List.of());
  }
}
