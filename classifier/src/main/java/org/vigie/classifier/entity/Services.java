package org.vigie.classifier.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Messaging and social services: their hosts, and what a path on them names. */
final class Services {
  private static final Map<String, String> BY_HOST =
      Map.ofEntries(
          Map.entry("t.me", "telegram"),
          Map.entry("telegram.me", "telegram"),
          Map.entry("telegram.dog", "telegram"),
          Map.entry("instagram.com", "instagram"),
          Map.entry("instagr.am", "instagram"),
          Map.entry("facebook.com", "facebook"),
          Map.entry("fb.com", "facebook"),
          Map.entry("m.me", "facebook"),
          Map.entry("vk.com", "vk"),
          Map.entry("tiktok.com", "tiktok"),
          Map.entry("snapchat.com", "snapchat"),
          Map.entry("wa.me", "whatsapp"),
          Map.entry("api.whatsapp.com", "whatsapp"),
          Map.entry("signal.me", "signal"));

  private static final Map<String, String> BY_WORD =
      Map.ofEntries(
          Map.entry("telegram", "telegram"),
          Map.entry("telegramm", "telegram"),
          Map.entry("telega", "telegram"),
          Map.entry("tg", "telegram"),
          Map.entry("телеграм", "telegram"),
          Map.entry("телеграмм", "telegram"),
          Map.entry("телеграмі", "telegram"),
          Map.entry("телеграме", "telegram"),
          Map.entry("телега", "telegram"),
          Map.entry("тг", "telegram"),
          Map.entry("تلغرام", "telegram"),
          Map.entry("تيليجرام", "telegram"),
          Map.entry("تلجرام", "telegram"),
          Map.entry("instagram", "instagram"),
          Map.entry("insta", "instagram"),
          Map.entry("ig", "instagram"),
          Map.entry("инстаграм", "instagram"),
          Map.entry("інстаграм", "instagram"),
          Map.entry("انستغرام", "instagram"),
          Map.entry("snapchat", "snapchat"),
          Map.entry("snap", "snapchat"),
          Map.entry("signal", "signal"),
          Map.entry("viber", "viber"),
          Map.entry("вайбер", "viber"),
          Map.entry("skype", "skype"),
          Map.entry("скайп", "skype"),
          Map.entry("wechat", "wechat"),
          Map.entry("facebook", "facebook"),
          Map.entry("tiktok", "tiktok"));

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

  private Services() {}

  static boolean isKnownHost(String host) {
    return BY_HOST.containsKey(withoutWww(host));
  }

  /** Returns the service of a host, or nothing. */
  static String ofHost(String host) {
    return BY_HOST.getOrDefault(withoutWww(host), "");
  }

  /** Returns the service that a word names, or nothing. */
  static String ofWord(String word) {
    return BY_WORD.getOrDefault(word, "");
  }

  /** Returns the account that a path names on a service's host, or nothing. */
  static String accountIn(String service, String rest) {
    String[] segments = rest.split("[/?#&]", 5);
    int first = 1;
    if (segments.length > 2 && (segments[1].equals("s") || segments[1].equals("add"))) {
      first = 2;
    }
    if (segments.length <= first) {
      return "";
    }
    String name = segments[first].toLowerCase(Locale.ROOT);
    name = name.startsWith("@") ? name.substring(1) : name;
    boolean named = isAccount(name) && !NOT_NAMES.contains(name);
    return named && !service.equals("whatsapp") ? name : "";
  }

  /** Returns the digits of the phone that a link names, or nothing. */
  static String phoneIn(String scheme, String host, String rest) {
    String service = ofHost(host);
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
    while (start < rest.length() && !isDigit(rest.charAt(start))) {
      start++;
    }
    if (rest.startsWith("2b", start) || rest.startsWith("2B", start)) {
      start += 2; // %2B, an escaped plus
    }
    int end = start;
    while (end < rest.length() && isDigit(rest.charAt(end))) {
      end++;
    }
    return end - start >= 7 && end - start <= 15 ? rest.substring(start, end) : "";
  }

  static boolean isAccount(String name) {
    if (name.length() < 3 || name.length() > 32) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isAccountChar(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isAccountChar(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c) || c == '_' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
