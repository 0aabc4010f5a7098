package org.vigie.classifier.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Links to services: the account or the phone that they name. */
final class ServiceLinks {
  /**
   * What stands before an account in a path. Hosts without such a part name accounts at once; where
   * it is missing on the others, as in an invitation, whose capitals matter, the link stays one.
   */
  private static final Map<String, List<String>> LEADING =
      Map.of(
          "discord.com", List.of("users/"),
          "discord.gg", List.of(),
          "line.me", List.of("ti/p/~", "ti/p/@", "R/ti/p/~", "R/ti/p/@"),
          "u.wechat.com", List.of(),
          "join.skype.com", List.of(),
          "cash.app", List.of("$"),
          "venmo.com", List.of("u/"),
          "account.venmo.com", List.of("u/"),
          "paypal.com", List.of("paypalme/"),
          "wise.com", List.of("pay/me/"));

  /** The longest first: an empty one is before any account. */
  private static final List<String> ANY = List.of("s/", "add/", "");

  private static final Set<String> NOT_NAMES =
      Set.of(
          "share",
          "joinchat",
          "addstickers",
          "p",
          "reel",
          "explore",
          "groups",
          "pages",
          "watch",
          "sharer",
          "c",
          "proxy",
          "socks",
          "send",
          "message",
          "events",
          "hashtag",
          "profile.php");

  private ServiceLinks() {}

  /**
   * Returns the account that a link to a service names, or nothing.
   *
   * @param host host in lower case
   * @param rest what follows it, as typed
   */
  static String accountIn(String host, String rest) {
    List<String> leading = LEADING.getOrDefault(Services.withoutWww(host), ANY);
    for (String lead : leading) {
      if (rest.startsWith(lead, 1)) {
        return accountAt(Services.ofHost(host), rest.substring(1 + lead.length()));
      }
    }
    return "";
  }

  private static String accountAt(String service, String path) {
    int end = 0;
    while (end < path.length() && "/?#&".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    String name = path.substring(0, end).toLowerCase(Locale.ROOT);
    name = name.startsWith("@") ? name.substring(1) : name;
    boolean named = Services.isAccount(name) && !NOT_NAMES.contains(name);
    return named && !service.equals("whatsapp") ? name : "";
  }

  /** Returns the digits of the phone that a link names, or nothing. */
  static String phoneIn(String scheme, String host, String rest) {
    String service = Services.ofHost(host);
    boolean named =
        service.equals("whatsapp")
            || service.equals("signal")
            || (service.equals("telegram") && rest.startsWith("/+"))
            || scheme.equals("viber")
            || scheme.equals("whatsapp");
    if (!named) {
      return "";
    }
    int start = 0;
    while (start < rest.length() && !Services.isDigit(rest.charAt(start))) {
      start++;
    }
    if (rest.startsWith("2b", start) || rest.startsWith("2B", start)) {
      start += 2; // %2B, an escaped plus
    }
    int end = start;
    while (end < rest.length() && Services.isDigit(rest.charAt(end))) {
      end++;
    }
    return end - start >= 7 && end - start <= 15 ? rest.substring(start, end) : "";
  }
}
