package org.vigie.capture.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in Rich Text Format (Microsoft, version 1.9.1): one advert, without its form. */
final class RtfReader implements FileReader {
  static final String MARK = "{\\rtf";

  /** A control word with its number, a sign by its code, a control symbol, a brace, or text. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\([a-z]{1,32})(-?\\d{1,10})? ?|\\\\'([0-9a-fA-F]{2})|\\\\([^a-z'])|([{}])"
              + "|[\\r\\n]+|([^\\\\{}\\r\\n]+)");

  /** Groups that hold no text of the document. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "fonttbl",
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "object",
          "fldinst",
          "header",
          "footer",
          "listtable",
          "listoverridetable",
          "generator",
          "themedata",
          "datastore");

  private static final Set<String> LINES = Set.of("par", "line", "row", "sect", "page");

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    String text = text(new String(file.bytes(), StandardCharsets.ISO_8859_1));
    if (!new RowBuilder().part("text", text).to(sink)) {
      sink.unread("", "empty", "a document must have words, but has none");
    }
  }

  /** Returns the text of a document whose bytes are one character each. */
  static String text(String rtf) {
    Parsing parsing = new Parsing();
    Matcher token = TOKEN.matcher(rtf);
    while (token.find()) {
      parsing.take(token);
    }
    parsing.endSigns();
    return parsing.text.toString().strip();
  }

  /**
   * What holds for a group, and for those in it.
   *
   * @param leftOut whether it holds no text of the document
   * @param fallback how many signs behind a letter of Unicode stand in its place
   */
  private record Group(boolean leftOut, int fallback) {}

  /** A document as far as it was read. */
  private static final class Parsing {
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream signs = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(false, 1);
    private Charset charset = Charset.forName("windows-1252");
    private int skip;

    void take(Matcher token) {
      if (token.group(3) != null) {
        sign(Integer.parseInt(token.group(3), 16));
        return;
      }
      endSigns();
      if (token.group(1) != null) {
        word(token.group(1), token.group(2) == null ? 1 : (int) Long.parseLong(token.group(2)));
      } else if (token.group(5) != null) {
        brace(token.group(5).equals("{"));
      } else if ("*".equals(token.group(4))) {
        group = new Group(true, group.fallback());
      } else if (token.group(4) != null) {
        add(symbol(token.group(4)));
      } else if (token.group(6) != null) {
        String said = token.group(6);
        add(said.substring(Math.min(skip, said.length())));
        skip = 0;
      }
    }

    /** Several bytes may be one sign, so it is known where they end. */
    private void sign(int code) {
      if (skip > 0) {
        skip--;
      } else if (!group.leftOut()) {
        signs.write(code);
      }
    }

    void endSigns() {
      text.append(signs.toString(charset));
      signs.reset();
    }

    private void brace(boolean opens) {
      skip = 0;
      if (opens) {
        groups.push(group);
      } else if (!groups.isEmpty()) {
        group = groups.pop();
      }
    }

    private void word(String word, int number) {
      if (word.equals("ansicpg") && Charset.isSupported("windows-" + number)) {
        charset = Charset.forName("windows-" + number);
      } else if (word.equals("uc")) {
        group = new Group(group.leftOut(), number);
      } else if (LEFT_OUT.contains(word)) {
        group = new Group(true, group.fallback());
      } else if (word.equals("u")) {
        add(String.valueOf((char) number));
        skip = group.fallback();
      } else {
        add(LINES.contains(word) ? "\n" : word.equals("tab") ? " " : "");
      }
    }

    private void add(String said) {
      text.append(group.leftOut() ? "" : said);
    }
  }

  private static String symbol(String symbol) {
    return switch (symbol) {
      case "~" -> " ";
      case "\\", "{", "}" -> symbol;
      case "\n", "\r" -> "\n";
      default -> "";
    };
  }
}
