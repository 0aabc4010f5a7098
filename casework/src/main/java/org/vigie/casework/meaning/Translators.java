package org.vigie.casework.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.advert.plugin.TranslatorPlugin;
import org.vigie.casework.config.Settings;
import org.vigie.casework.config.TranslationSettings;
import org.vigie.files.failure.UserError;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.workspace.Workspace;

/** Who translates in a workspace, as its settings say. */
public final class Translators {
  private Translators() {}

  /**
   * Returns the translations of a workspace. Nothing is asked or started yet.
   *
   * @throws UserError if the settings name a translator that isn't there
   */
  public static Translations of(Workspace workspace, Settings settings) throws IOException {
    TranslationSettings said = settings.reading().translation();
    return said.by().isEmpty()
        ? Translations.none()
        : new Translations(translator(workspace, settings, said));
  }

  private static TranslatorPlugin translator(
      Workspace workspace, Settings settings, TranslationSettings said) throws IOException {
    return switch (said.by()) {
      case TranslationSettings.LIBRE_TRANSLATE ->
          new LibreTranslate(
              said.url(),
              key(workspace, said.keyFile()),
              Duration.ofMillis(settings.reading().plugins().limits().answerMillis()));
      case TranslationSettings.COMMAND ->
          new CommandTranslator(said.command(), settings.reading().plugins().limits());
      default -> new PluginTranslator(plugin(workspace, settings, said.by()));
    };
  }

  private static PluginSpec plugin(Workspace workspace, Settings settings, String name)
      throws IOException {
    return settings.reading().plugins().registry(workspace).admitted().stream()
        .filter(spec -> spec.kind() == PluginKind.TRANSLATOR && spec.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            UserError.ofInput(
                "translation.by must be libretranslate, command or a translator among the plug-ins"
                    + " (./vigie plugins list), but was '%s'".formatted(name)));
  }

  private static String key(Workspace workspace, String file) throws IOException {
    return file.isEmpty() ? "" : Files.readString(workspace.root().resolve(file)).strip();
  }
}
