package org.vigie.casework.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.files.yaml.Section;

/**
 * The {@code translation} section of {@code vigie.yaml}: who puts a foreign advert into the
 * reader's language when somebody opens it.
 *
 * @param by {@code libretranslate}, {@code command}, the name of a plug-in, or empty for nobody
 * @param url of the LibreTranslate server: https, or http on this machine; else empty
 * @param keyFile file of its key, from the workspace on, or empty
 * @param command words of a program that takes a text and gives one; else none
 */
public record TranslationSettings(String by, String url, String keyFile, List<String> command) {
  /** A server that speaks as LibreTranslate does. */
  public static final String LIBRE_TRANSLATE = "libretranslate";

  /** A program of this machine. */
  public static final String COMMAND = "command";

  public TranslationSettings {
    command = List.copyOf(command);
  }

  /** Returns that nobody does. */
  public static TranslationSettings defaults() {
    return new TranslationSettings("", "", "", List.of());
  }

  static TranslationSettings read(Section section) {
    String by = section.text("by", "");
    String url = section.text("url", "");
    String keyFile = section.text("api-key", "");
    String words = section.text("command", "");
    List<String> command = words.isEmpty() ? List.of() : Arrays.asList(words.split("\\s+"));
    section.done();
    if (by.equals(LIBRE_TRANSLATE) || !url.isEmpty()) {
      requireAddress(section, url);
    }
    if (by.equals(COMMAND)) {
      section.required("command");
    }
    return new TranslationSettings(by, url, keyFile, command);
  }

  /** What adverts say must not be read on the way. */
  private static void requireAddress(Section section, String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(uri.getHost());
      boolean isHere = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
      if (uri.getHost() != null
          && (scheme.equals("https") || (scheme.equals("http") && isHere))
          && uri.getUserInfo() == null) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw section.must(
        "url",
        "be an address that begins with https://, or http:// on this machine",
        TextNode.valueOf(address));
  }
}
