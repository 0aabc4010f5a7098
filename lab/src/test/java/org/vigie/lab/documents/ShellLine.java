package org.vigie.lab.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of shell as the README uses it: words, single quotes, and at most {@code printf '…' |}
 * before the command.
 *
 * @param words the command with its words
 * @param input what is piped in; empty if nothing is
 */
public record ShellLine(List<String> words, String input) {
  public ShellLine {
    words = List.copyOf(words);
  }

  public static ShellLine parse(String line) {
    List<String> words = split(line);
    int pipe = words.indexOf("|");
    if (pipe < 0) {
      return new ShellLine(words, "");
    }
    if (pipe != 2 || !words.getFirst().equals("printf")) {
      throw new IllegalArgumentException("only printf '…' may stand before a pipe: " + line);
    }
    return new ShellLine(words.subList(3, words.size()), words.get(1).replace("\\n", "\n"));
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == '\'') {
        quoted = !quoted;
        begun = true;
      } else if (c == ' ' && !quoted) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    return words;
  }
}
