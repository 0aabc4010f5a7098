package org.vigie.casework.watchlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;

/**
 * The text of a {@code watchlist.yaml}, to which contacts are added without touching what people
 * wrote: their order, comments and spacing stay.
 */
public final class WatchlistText {
  private static final String KEY = "contacts:";

  private WatchlistText() {}

  /**
   * Returns the text with contacts added at the end of its list.
   *
   * @throws UserError if its contacts aren't a list of a line or more an entry
   */
  public static String with(String text, List<WatchedContact> contacts) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int begin = 0;
    while (begin < lines.size() && !lines.get(begin).startsWith(KEY)) {
      begin++;
    }
    if (begin == lines.size()) {
      lines.add(KEY);
    }
    String behind = lines.get(begin).substring(KEY.length()).strip();
    if (behind.equals("[]")) {
      lines.set(begin, KEY);
    } else if (!behind.isEmpty() && !behind.startsWith("#")) {
      throw UserError.ofInput(
          "contacts of watchlist.yaml must be a list with a line for each entry, but stand in one"
              + " line; write them below each other");
    }
    int end = begin + 1;
    String indent = "  ";
    for (int i = begin + 1; i < lines.size() && isWithin(lines.get(i)); i++) {
      String line = lines.get(i);
      if (line.strip().startsWith("- ")) {
        indent = line.substring(0, line.indexOf('-'));
      }
      end = line.isBlank() ? end : i + 1;
    }
    lines.addAll(end, entries(contacts, indent));
    return String.join("\n", lines) + "\n";
  }

  /** The list ends where the next key stands at the margin. */
  private static boolean isWithin(String line) {
    return line.isBlank() || " \t-#".indexOf(line.charAt(0)) >= 0;
  }

  private static List<String> entries(List<WatchedContact> contacts, String indent) {
    List<String> lines = new ArrayList<>();
    for (WatchedContact contact : contacts) {
      lines.add(indent + "- contact: " + quoted(contact.key()));
      add(lines, indent, "note", contact.note());
      add(lines, indent, "severity", contact.severity().name().toLowerCase(Locale.ROOT));
      add(lines, indent, "source", contact.source());
      add(lines, indent, "marking", contact.marking());
      add(lines, indent, "expires", contact.until() == null ? "" : contact.until().toString());
    }
    return lines;
  }

  private static void add(List<String> lines, String indent, String key, String value) {
    if (!value.isEmpty()) {
      lines.add(indent + "  " + key + ": " + quoted(value));
    }
  }

  /** A text in single quotes, in which YAML reads nothing but two of them as one. */
  private static String quoted(String value) {
    return "'" + value.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
  }
}
