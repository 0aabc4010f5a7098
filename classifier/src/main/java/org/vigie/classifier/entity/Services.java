package org.vigie.classifier.entity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.classifier.digit.WordBeginnings;
import org.vigie.text.Words;

/** Messaging and social services: their hosts, and what a path on them names. */
final class Services {
  /** Stands for the service of a name that can be nothing but an account's. */
  static final String UNKNOWN = "unknown";

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
          Map.entry("signal.me", "signal"),
          Map.entry("discord.com", "discord"),
          Map.entry("discord.gg", "discord"),
          Map.entry("line.me", "line"),
          Map.entry("u.wechat.com", "wechat"),
          Map.entry("join.skype.com", "skype"),
          Map.entry("cash.app", "cashapp"),
          Map.entry("venmo.com", "venmo"),
          Map.entry("account.venmo.com", "venmo"),
          Map.entry("paypal.me", "paypal"),
          Map.entry("paypal.com", "paypal"),
          Map.entry("revolut.me", "revolut"),
          Map.entry("wise.com", "wise"));

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
          Map.entry("телеге", "telegram"),
          Map.entry("телегу", "telegram"),
          Map.entry("تلغرام", "telegram"),
          Map.entry("تليغرام", "telegram"),
          Map.entry("تيليغرام", "telegram"),
          Map.entry("تليجرام", "telegram"),
          Map.entry("تيليجرام", "telegram"),
          Map.entry("تلجرام", "telegram"),
          Map.entry("تلقرام", "telegram"),
          Map.entry("تیلیگرام", "telegram"),
          Map.entry("تلگرام", "telegram"),
          Map.entry("ٹیلیگرام", "telegram"),
          Map.entry("טלגרם", "telegram"),
          Map.entry("τέλεγκραμ", "telegram"),
          Map.entry("ტელეგრამი", "telegram"),
          Map.entry("տելեգրամ", "telegram"),
          Map.entry("ቴሌግራም", "telegram"),
          Map.entry("टेलीग्राम", "telegram"),
          Map.entry("টেলিগ্রাম", "telegram"),
          Map.entry("เทเลแกรม", "telegram"),
          Map.entry("电报", "telegram"),
          Map.entry("teleqram", "telegram"),
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
          Map.entry("tiktok", "tiktok"),
          Map.entry("vk", "vk"),
          Map.entry("vkontakte", "vk"),
          Map.entry("вк", "vk"),
          Map.entry("вконтакте", "vk"),
          Map.entry("discord", "discord"),
          Map.entry("weixin", "wechat"),
          Map.entry("微信", "wechat"),
          Map.entry("line id", "line"),
          Map.entry("cashapp", "cashapp"),
          Map.entry("cash app", "cashapp"),
          Map.entry("venmo", "venmo"),
          Map.entry("paypal", "paypal"),
          Map.entry("revolut", "revolut"),
          Map.entry("revtag", "revolut"),
          Map.entry("wisetag", "wise"),
          Map.entry("wise tag", "wise"));

  /**
   * Words that keep their meaning with a few letters behind them, as languages inflect them, or
   * with an article or a preposition joined before them, as Arabic writes them.
   */
  private static final List<String> STEMS =
      List.of(
          "telegram", "instagram", "snapchat", "facebook", "телеграм", "инстаграм", "інстаграм");

  private static final List<String> PREFIXES = List.of("ال", "بال", "عال", "ب", "لل", "و");

  private static final int LONGEST_ENDING = 4;

  /** Words that name a service only together with the next one. */
  private static final Map<String, String> FIRST_OF_TWO =
      Map.of("line", "id", "cash", "app", "wise", "tag");

  /** The same as words of a text are compared: without accents. */
  private static final Map<String, String> BY_WORD_COMPARED =
      BY_WORD.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> Words.compared(entry.getKey()), Map.Entry::getValue));

  private static final WordBeginnings BEGINNINGS =
      new WordBeginnings(
          Stream.concat(BY_WORD.keySet().stream(), FIRST_OF_TWO.keySet().stream()).toList());

  private Services() {}

  static boolean isKnownHost(String host) {
    return BY_HOST.containsKey(withoutWww(host));
  }

  /** Returns the service of a host, or nothing. */
  static String ofHost(String host) {
    return BY_HOST.getOrDefault(withoutWww(host), "");
  }

  /** Returns whether a word of a text may name a service, by how it begins. */
  static boolean mayName(String text, int start, int end) {
    return BEGINNINGS.mayBegin(text, start, end);
  }

  /** Returns the service that a word names, inflected or not, or nothing. */
  static String ofWord(String word) {
    String named = BY_WORD_COMPARED.getOrDefault(word, "");
    return named.isEmpty() ? ofInflected(word) : named;
  }

  private static String ofInflected(String word) {
    for (String stem : STEMS) {
      if (word.startsWith(stem) && word.length() - stem.length() <= LONGEST_ENDING) {
        return BY_WORD.getOrDefault(stem, "");
      }
    }
    for (String prefix : PREFIXES) {
      if (word.startsWith(prefix)) {
        return BY_WORD_COMPARED.getOrDefault(word.substring(prefix.length()), "");
      }
    }
    return "";
  }

  /** Returns whether a word names a service, whether or not it has handles. */
  static boolean isName(String word) {
    return BY_WORD.containsKey(word) || BY_HOST.containsValue(word);
  }

  /** Returns the word that makes a service's name of a first one, or nothing. */
  static String secondWord(String first) {
    return FIRST_OF_TWO.getOrDefault(first, "");
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

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
