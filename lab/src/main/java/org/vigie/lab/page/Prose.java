package org.vigie.lab.page;

import java.util.ArrayList;
import java.util.List;

/** The running text of a page in Markdown, in lines that an editor shows whole. */
public final class Prose {
  /** Characters that a written line has at most, unless one word is longer. */
  private static final int WIDTH = 150;

  private Prose() {}

  /** Returns a page with its long lines broken at spaces; rows of tables stay as they are. */
  public static String wrapped(String page) {
    return String.join("\n", wrapped(List.of(page.split("\n", -1))));
  }

  /** Returns lines of a page, the long ones broken at spaces; rows of tables stay as they are. */
  public static List<String> wrapped(List<String> lines) {
    List<String> wrapped = new ArrayList<>();
    for (String line : lines) {
      String rest = line;
      while (rest.length() > WIDTH && !line.startsWith("|")) {
        int space = rest.lastIndexOf(' ', WIDTH);
        int end = space > 0 ? space : rest.indexOf(' ', WIDTH);
        if (end < 0) {
          break;
        }
        wrapped.add(rest.substring(0, end));
        rest = rest.substring(end + 1);
      }
      wrapped.add(rest);
    }
    return wrapped;
  }
}
