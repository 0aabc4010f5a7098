package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.ShownDates;

/**
 * Chats that LINE, KakaoTalk, Viber and QQ export as text: a line for each day, then lines of a
 * clock, a name and what was said. LINE has tabs between, and goes on in quotation marks.
 */
final class LineTextReader implements FileReader {
  private static final Pattern DAY =
      Pattern.compile(
          "(?:\\p{L}{2,4}\\.?, ?)?(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})\\.?(?:[ (（].{0,14})?");

  private static final Pattern SAID =
      Pattern.compile(
          "(\\p{L}{0,4}) ?(\\d{1,2}:\\d{2}(?::\\d{2})?) ?([AaPp][Mm]|)\\t(?:([^\\t]{1,60})\\t)?(.*)");

  /** A day in words, as KakaoTalk and Viber set it apart. */
  private static final Pattern APART =
      Pattern.compile("-{5,} (.{6,60}) -{5,}|\\[ (.{6,60}\\d{4}) \\]");

  /** {@code [Kim] [9:06 PM] What is said}. */
  private static final Pattern KAKAO =
      Pattern.compile(
          "\\[([^\\]]{1,60})\\] \\[(\\p{L}{0,4} ?\\d{1,2}:\\d{2} ?(?:[AaPp][Mm]|))\\] (.*)");

  /** {@code [ 9:06:01 PM ] Kim: What is said}. */
  private static final Pattern VIBER =
      Pattern.compile("\\[ (\\d{1,2}:\\d{2}:\\d{2} ?(?:[AaPp][Mm]|)) \\] ([^:]{1,60}): (.*)");

  /** {@code 2026-02-03 21:06:01 Kim(10001)}, below which it stands what was said. */
  private static final Pattern QQ =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}) (\\d{1,2}:\\d{2}:\\d{2}) ([^\\t]{1,40}(?:\\(\\d{4,12}\\)|<[^<>\\s]{3,60}>))");

  /**
   * Returns a line of another of these programs as LINE would have it, after its day if it says.
   */
  private static String plain(String line) {
    Matcher kakao = KAKAO.matcher(line);
    if (kakao.matches()) {
      return kakao.group(2) + "\t" + kakao.group(1) + "\t" + kakao.group(3);
    }
    Matcher viber = VIBER.matcher(line);
    if (viber.matches()) {
      return viber.group(1) + "\t" + viber.group(2) + "\t" + viber.group(3);
    }
    Matcher qq = QQ.matcher(line);
    if (qq.matches()) {
      return qq.group(1) + "\n" + qq.group(2) + "\t" + qq.group(3) + "\t";
    }
    Matcher apart = APART.matcher(line);
    Instant day =
        apart.matches()
            ? ShownDates.ofAnyLanguage()
                .find(apart.group(1) == null ? apart.group(2) : apart.group(1))
            : null;
    return day == null ? line : day.toString().substring(0, 10);
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\\r\\n|[\\r\\n]", -1))
        .flatMap(line -> Arrays.stream(plain(line).split("\n", -1)))
        .toList();
  }

  /** Returns whether a text begins as such an export does. */
  static boolean isChat(String start) {
    String head = start.substring(0, Math.min(start.length(), 6_000));
    boolean day = false;
    for (String line : lines(head)) {
      day |= DAY.matcher(line).matches();
      Matcher said = SAID.matcher(line);
      if (day && said.matches() && said.group(4) != null) {
        return true;
      }
    }
    return false;
  }

  /** Hands on each message; a call or a notice has no name, and is none. */
  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    List<String> lines = lines(file.text());
    boolean dayFirst = LocalTimes.isDayFirst(lines.stream().map(LineTextReader::day).toList());
    String day = "";
    String clock = "";
    String author = "";
    StringBuilder said = new StringBuilder();
    for (String line : lines) {
      Matcher begun = SAID.matcher(line);
      boolean next = DAY.matcher(line).matches();
      if (begun.matches() || next) {
        row(LocalTimes.parse(day + " " + clock, dayFirst), author, said, sink);
        said.setLength(0);
      }
      if (next) {
        day = day(line);
        author = "";
      } else if (begun.matches()) {
        clock = clock(begun);
        author = begun.group(4) == null ? "" : begun.group(4);
        said.append(author.isEmpty() ? "" : begun.group(5));
      } else if (!author.isEmpty()) {
        said.append('\n').append(line);
      }
    }
    row(LocalTimes.parse(day + " " + clock, dayFirst), author, said, sink);
  }

  /** Returns the day that a line is for, or empty. */
  private static String day(String line) {
    Matcher day = DAY.matcher(line);
    return day.matches() ? day.group(1) : "";
  }

  private static String clock(Matcher begun) {
    String[] parts = begun.group(2).split(":");
    int hour = Integer.parseInt(parts[0]);
    Integer told = HalfDays.hour(hour, begun.group(1) + begun.group(3));
    String second = parts.length > 2 ? ":" + parts[2] : "";
    return (told == null ? hour : told) + ":" + parts[1] + second;
  }

  private static void row(
      @Nullable Instant posted, String author, StringBuilder said, FileSink sink)
      throws IOException {
    String text = said.toString().strip();
    boolean quoted = text.indexOf('\n') > 0 && text.startsWith("\"") && text.endsWith("\"");
    new RowBuilder()
        .part("text", quoted ? text.substring(1, text.length() - 1) : text)
        .part("channel", "messaging")
        .posted(posted)
        .field("author", author)
        .to(sink);
  }
}
