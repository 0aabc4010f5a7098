package org.vigie.casework.deconflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.vigie.exchange.deconflict.Selector;
import org.vigie.files.failure.UserError;

/**
 * The selectors that one agency brings, each with the desk to call about it.
 *
 * @param desks desk by selector
 * @param unread lines, from 1 on, of a file that name no selector or several
 */
public record SelectorList(Map<Selector, String> desks, List<Integer> unread) {
  public SelectorList {
    desks = new TreeMap<>(desks);
    unread = List.copyOf(unread);
  }

  /** Returns those among the keys of contacts that are compared. */
  public static SelectorList of(Iterable<String> keys, String desk) {
    Map<Selector, String> desks = new TreeMap<>();
    for (String key : keys) {
      if (Selector.isOne(key)) {
        desks.put(Selector.of(key), desk);
      }
    }
    return new SelectorList(desks, List.of());
  }

  /**
   * Reads a file of one contact a line, as a person writes it or by its key; behind a tab may stand
   * the desk. Lines that are empty or begin with {@code #} count for nothing.
   *
   * @param desk for lines that name none
   * @param contactsIn finds the keys of contacts in a text as the index does
   * @throws UserError if there is no such file
   */
  public static SelectorList read(Path file, String desk, Function<String, List<String>> contactsIn)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw UserError.ofInput("--contacts must be a file or a case, but " + file + " is neither");
    }
    Map<Selector, String> desks = new TreeMap<>();
    List<Integer> unread = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t", 2);
      List<Selector> found = selectors(parts[0].strip(), contactsIn);
      if (found.size() == 1) {
        desks.put(found.getFirst(), parts.length > 1 ? parts[1].strip() : desk);
      } else {
        unread.add(number);
      }
    }
    return new SelectorList(desks, unread);
  }

  private static List<Selector> selectors(String text, Function<String, List<String>> contactsIn) {
    List<String> keys = Selector.isOne(text) ? List.of(text) : contactsIn.apply(text);
    return keys.stream().filter(Selector::isOne).map(Selector::of).distinct().toList();
  }
}
