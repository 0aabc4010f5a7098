package org.vigie.cli.progress;

import java.io.PrintStream;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/**
 * A bar with a table above it, both redrawn in place.
 *
 * <p>The bar's own thread draws; each line is cut to the terminal's width, since one that wraps
 * would throw off the count of lines to go back.
 */
final class TableBar extends ConsoleProgressBarConsumer {
  /** ECMA-48: cursor to the start of the line N up, and erase from there to the end. */
  private static final String UP = "\u001B[%dF";

  private static final String ERASE = "\u001B[0J";

  private final PrintStream out;
  private List<String> table = List.of();
  private int drawn;

  TableBar(PrintStream out) {
    super(out);
    this.out = out;
  }

  TableBar(PrintStream out, int width) {
    super(out, width);
    this.out = out;
  }

  synchronized void table(List<String> lines) {
    table = List.copyOf(lines);
  }

  @Override
  public synchronized void accept(String bar) {
    StringBuilder block = new StringBuilder(back());
    for (String line : table) {
      block.append(cut(line)).append('\n');
    }
    drawn = table.size();
    out.print(block.append(cut(bar)));
    out.flush();
  }

  @Override
  public synchronized void clear() {
    out.print(back());
    out.flush();
    drawn = 0;
  }

  /** Prints a line where the table began; the next drawing begins below it. */
  synchronized void say(String line) {
    out.print(back() + line + "\n");
    out.flush();
    drawn = 0;
  }

  private String back() {
    return (drawn == 0 ? "\r" : UP.formatted(drawn)) + ERASE;
  }

  /** Escape sequences take no room, but are few: a line with some is cut a little early. */
  private String cut(String line) {
    int most = Math.max(1, getMaxRenderedLength());
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
