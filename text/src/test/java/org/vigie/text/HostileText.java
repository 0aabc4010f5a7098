package org.vigie.text;

import java.util.Random;

/** Random strings of what breaks text routines. */
public final class HostileText {
  private static final String[] PIECES = {
    "\uD800",
    "\uDC00",
    "\u200B",
    "\u202E",
    "\u0301",
    "\u20E3",
    "\uFE0F",
    "0",
    "7",
    "+",
    "(",
    ")",
    "@",
    ".",
    "http://",
    "t.me/",
    "wa.me/",
    "telegram",
    "zero",
    "sept",
    "\u0665",
    "o",
    "O",
    "l",
    "\uFDFA",
    "\u0130",
    "\uD83D\uDCDE",
    "\n",
    " ",
    "\t",
    "\u0000",
    "[.]",
    "(at)",
    " at ",
    " dot ",
    "example.org",
    "no fees",
    "\u0430",
    "\u03BF",
    "\uFF10",
    "IBAN FR76",
    "\u20AC",
    "123456",
    "we keep your passport",
    "1/2/2026",
    "\u1100\u1161",
    "12-15 euro",
    " per hour ",
    " years old",
    "San Jos\u00E9 ",
    "$",
    "cash app",
    "24/7"
  };

  private HostileText() {}

  public static String random(Random random, int maxPieces) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(maxPieces + 1);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
