package org.vigie.world.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ways to write an address that no crawler may connect to, as they stand in a URL's authority. */
public final class ForbiddenSpellings {
  /** One of each special range; the first is where the tests listen. */
  private static final int[][] V4 = {
    {127, 200, 0, 1},
    {10, 0, 0, 1},
    {172, 16, 0, 1},
    {192, 168, 1, 1},
    {169, 254, 169, 254},
    {100, 64, 0, 1},
    {0, 0, 0, 0},
    {224, 0, 0, 1},
    {255, 255, 255, 255},
    {198, 18, 0, 1}
  };

  private static final List<String> V6 =
      List.of(
          "::",
          "fc00::1",
          "fd12:3456::1",
          "fe80::1",
          "fe80::1%25lo",
          "fe80::1%251",
          "fec0::1",
          "ff02::1",
          "ff05::2",
          "100::1",
          "2001::1",
          "2001:0:7fc8:1::1",
          "2001:10::1",
          "2001:db8::1",
          "3fff::1",
          "5f00::1",
          "64:ff9b:1::1",
          "64:ff9b:1:7fc8:0:100::");

  private static final String QUAD = "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){3}";

  private ForbiddenSpellings() {}

  /** Returns all spellings of hosts, user info included, without port. */
  public static List<String> all() {
    List<String> all = new ArrayList<>();
    for (int[] b : V4) {
      all.addAll(numbers(b));
      all.addAll(inIpv6(b));
    }
    V6.forEach(address -> all.add("[" + address + "]"));
    all.addAll(disguised(V4[0]));
    return all;
  }

  /** Returns the forbidden addresses that a name service can answer with, each once. */
  public static List<String> addresses() {
    return all().stream()
        .filter(spelling -> spelling.startsWith("[") || spelling.matches(QUAD))
        .map(spelling -> spelling.replaceAll("[\\[\\]]", ""))
        .filter(spelling -> spelling.indexOf('%') < 0)
        .filter(spelling -> spelling.indexOf(':') >= 0 || spelling.matches(QUAD))
        .distinct()
        .toList();
  }

  /** Returns host names that lead to forbidden addresses, for the scripted DNS. */
  public static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int[] b : V4) {
      String quad = quad(b, ".");
      names.put(quad(b, "-") + ".ip.example.org", quad);
      names.put("n" + quad(b, "") + ".example.org", "::ffff:" + quad);
      names.put("xn--bcher-" + quad(b, "") + ".example.org", quad);
    }
    for (String address : List.of("fd12::1", "fe80::1", "2002:7fc8:1::", "64:ff9b::7fc8:1")) {
      names.put("v6" + names.size() + ".example.org", address);
    }
    return names;
  }

  private static List<String> numbers(int[] b) {
    long whole = ((long) b[0] << 24) | (b[1] << 16) | (b[2] << 8) | b[3];
    int low = (b[2] << 8) | b[3];
    int low3 = (b[1] << 16) | low;
    return List.of(
        quad(b, "."),
        quad(b, ".") + ".",
        quad(b, ".") + "..",
        String.valueOf(whole),
        whole + ".",
        format("0x%x", whole),
        format("0X%X", whole),
        format("0%o", whole),
        format("0x%x.0x%x.0x%x.0x%x", b[0], b[1], b[2], b[3]),
        format("0%o.0%o.0%o.0%o", b[0], b[1], b[2], b[3]),
        format("%04d.%04d.%04d.%04d", b[0], b[1], b[2], b[3]),
        format("%d.%d.%d", b[0], b[1], low),
        format("%d.%d", b[0], low3),
        format("0x%x.%d", b[0], low3),
        format("%d.0x%x.%d", b[0], b[1], low),
        format("%d.%d.0%o.%d", b[0], b[1], b[2], b[3]));
  }

  private static List<String> inIpv6(int[] b) {
    String quad = quad(b, ".");
    String hex = format("%x:%x", (b[0] << 8) | b[1], (b[2] << 8) | b[3]);
    return List.of(
        "[::ffff:" + quad + "]",
        "[::ffff:" + hex + "]",
        "[0:0:0:0:0:ffff:" + hex + "]",
        "[::FFFF:" + quad + "]",
        "[::" + hex + "]",
        "[64:ff9b::" + quad + "]",
        "[64:ff9b::" + hex + "]",
        "[2002:" + hex + "::1]",
        "[2a00:1450::5efe:" + hex + "]",
        "[2a00:1450::200:5efe:" + hex + "]");
  }

  private static List<String> disguised(int[] b) {
    String quad = quad(b, ".");
    return List.of(
        "user@" + quad,
        "user:pass@" + quad,
        "a.example.org@" + quad,
        "a.example.org:80@" + quad,
        "a.example.org%40" + quad,
        "a.example.org%2f@" + quad,
        "@" + quad,
        "%31%32%37.200.0.1",
        "127%2e200%2e0%2e1",
        "\uff11\uff12\uff17.200.0.1",
        "127\u3002200\u30020\u30021",
        "\u2460\u2461\u2466.200.0.1",
        "127.200.0.1%00.example.org",
        "127.200.0.1\t",
        " 127.200.0.1",
        "127.200.0.1?@a.example.org",
        "127.200.0.1\\@a.example.org",
        "[127.200.0.1]",
        "[::ffff:127.200.0.1%25lo]");
  }

  private static String quad(int[] b, String point) {
    return b[0] + point + b[1] + point + b[2] + point + b[3];
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
