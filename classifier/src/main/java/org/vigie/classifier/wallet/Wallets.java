package org.vigie.classifier.wallet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says of which network a word is an address, by its checksum. */
public final class Wallets {
  /** The shortest are Bitcoin's of the first kind. */
  public static final int MIN_LENGTH = 26;

  /** Monero's with a payment's id; Bitcoin's have at most 90 (BIP 173). */
  public static final int MAX_LENGTH = 106;

  private static final int ETHEREUM_LENGTH = 42;

  private Wallets() {}

  /**
   * Returns network and address in normal form, such as {@code bitcoin:bc1…}, or nothing.
   *
   * @param word letters and digits as typed
   */
  public static String normalForm(String word) {
    if (word.length() < MIN_LENGTH || word.length() > MAX_LENGTH) {
      return "";
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("0x")) {
      return isEthereum(word) ? "ethereum:" + lower : "";
    }
    if (lower.startsWith("bc1") && Bech32.isAddress(word, "bc")) {
      return "bitcoin:" + lower;
    }
    if (lower.startsWith("ltc1") && Bech32.isAddress(word, "ltc")) {
      return "litecoin:" + lower;
    }
    return base58(word);
  }

  private static String base58(String word) {
    if (MoneroAddress.isAddress(word)) {
      return "monero:" + word;
    }
    if (word.length() > 35 || "13LMT".indexOf(word.charAt(0)) < 0) {
      return "";
    }
    return switch (Base58Check.version(word)) {
      case 0x00, 0x05 -> "bitcoin:" + word;
      case 0x30, 0x32 -> "litecoin:" + word;
      case 0x41 -> "tron:" + word;
      default -> "";
    };
  }

  /**
   * Capitals are the checksum; an address in one case has none (EIP-55).
   *
   * @see <a href="https://eips.ethereum.org/EIPS/eip-55">EIP-55</a>
   */
  private static boolean isEthereum(String word) {
    if (word.length() != ETHEREUM_LENGTH) {
      return false;
    }
    String digits = word.substring(2);
    String lower = digits.toLowerCase(Locale.ROOT);
    if (!lower.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)) {
      return false;
    }
    boolean oneCase = digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT));
    return oneCase || hasChecksum(digits, lower);
  }

  private static boolean hasChecksum(String digits, String lower) {
    byte[] digest = Keccak256.digest(lower.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < digits.length(); i++) {
      int half = digest[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xF;
      boolean capital = Character.isLetter(lower.charAt(i)) && half >= 8;
      if (Character.isUpperCase(digits.charAt(i)) != capital) {
        return false;
      }
    }
    return true;
  }
}
