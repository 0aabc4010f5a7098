package org.vigie.casework.meaning;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.vigie.advert.plugin.TranslatorPlugin;
import org.vigie.casework.config.TranslationSettings;
import org.vigie.files.plugin.PluginLimits;
import org.vigie.files.plugin.TextCommand;

/** A program of this machine that takes a text and gives its translation, such as Apertium. */
public final class CommandTranslator implements TranslatorPlugin {
  private final List<String> words;
  private final PluginLimits limits;

  /**
   * @param words with {@code {from}}, {@code {to}}, {@code {from3}}, {@code {to3}} for codes of
   *     languages (ISO 639-1 and 639-2)
   */
  public CommandTranslator(List<String> words, PluginLimits limits) {
    this.words = List.copyOf(words);
    this.limits = limits;
  }

  @Override
  public String name() {
    return TranslationSettings.COMMAND;
  }

  @Override
  public String translate(String text, String from, String to) throws IOException {
    List<String> command =
        words.stream()
            .map(word ->
                word.replace("{from3}", three(from))
                    .replace("{to3}", three(to))
                    .replace("{from}", from)
                    .replace("{to}", to))
            .toList();
    return new TextCommand(name(), command, limits).run(text);
  }

  private static String three(String code) {
    try {
      return Locale.of(code).getISO3Language();
    } catch (MissingResourceException e) {
      return code;
    }
  }
}
