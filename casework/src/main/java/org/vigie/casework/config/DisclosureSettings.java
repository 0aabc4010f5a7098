package org.vigie.casework.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * The {@code disclosure} section of {@code vigie.yaml}: how many full adverts one person or one
 * token is shown without a second person.
 *
 * @param perHour different adverts in an hour
 * @param perDay different adverts in 24 hours
 * @param perCase different adverts for one case, of all who work on it, however long it takes
 * @param users account of each user of the command line who has one under another name
 */
public record DisclosureSettings(int perHour, int perDay, int perCase, Map<String, String> users) {
  private static final int MOST = 1_000_000;

  /** Weeks of reading at the pace of the other budgets. */
  private static final int MOST_OF_A_CASE = 5_000;

  public DisclosureSettings {
    users = Map.copyOf(users);
  }

  /** Settings with the default for a case, under which users and accounts have the same names. */
  public DisclosureSettings(int perHour, int perDay) {
    this(perHour, perDay, MOST_OF_A_CASE, Map.of());
  }

  /** Returns the defaults: more than anybody reads, less than anybody needs to take all. */
  public static DisclosureSettings defaults() {
    return new DisclosureSettings(100, 400);
  }

  /** Returns the account whose budget a user of the command line has: their own, of all ways. */
  public String accountOf(String user) {
    String folded = user.toLowerCase(Locale.ROOT);
    return users.getOrDefault(folded, folded);
  }

  /** Returns what of these opens no more than others: each budget the smaller, their accounts. */
  public DisclosureSettings within(DisclosureSettings others) {
    return new DisclosureSettings(
        Math.min(perHour, others.perHour),
        Math.min(perDay, others.perDay),
        Math.min(perCase, others.perCase),
        others.users);
  }

  /** Returns the section as {@link #read} takes it; equal settings give equal texts. */
  public ObjectNode written() {
    String pairs =
        new TreeMap<>(users)
            .entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(", "));
    return JsonNodeFactory.instance
        .objectNode()
        .put("per-hour", perHour)
        .put("per-day", perDay)
        .put("per-case", perCase)
        .put("users", pairs);
  }

  /** Returns what a configuration says. */
  public static DisclosureSettings read(Section section) {
    DisclosureSettings absent = defaults();
    DisclosureSettings read =
        new DisclosureSettings(
            section.integer("per-hour", absent.perHour, 1, MOST),
            section.integer("per-day", absent.perDay, 1, MOST),
            section.integer("per-case", absent.perCase, 1, MOST),
            users(section, section.text("users", "")));
    section.done();
    return read;
  }

  private static Map<String, String> users(Section section, String apartByCommas) {
    Map<String, String> users = new HashMap<>();
    for (String pair : apartByCommas.isBlank() ? new String[0] : apartByCommas.split(",", -1)) {
      String[] names = Arrays.stream(pair.split("=", -1)).map(String::strip).toArray(String[]::new);
      if (names.length != 2 || names[0].isEmpty() || names[1].isEmpty()) {
        throw UserError.ofInput(
            section.place("users")
                + ": must be pairs USER=ACCOUNT, apart by commas, but one of them is none");
      }
      if (users.put(names[0].toLowerCase(Locale.ROOT), names[1].toLowerCase(Locale.ROOT)) != null) {
        throw UserError.ofInput(
            section.place("users") + ": must name each user once, but names one twice");
      }
    }
    return users;
  }
}
