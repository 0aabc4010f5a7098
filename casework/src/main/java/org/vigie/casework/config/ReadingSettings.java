package org.vigie.casework.config;

import org.vigie.files.yaml.Section;

/**
 * What reads beside the program's own readers.
 *
 * @param plugins what of others may run
 * @param translation who translates what is opened
 * @param pictures how pictures of adverts are read
 */
public record ReadingSettings(
    PluginSettings plugins, TranslationSettings translation, PictureSettings pictures) {
  static ReadingSettings defaults() {
    return new ReadingSettings(
        PluginSettings.defaults(), TranslationSettings.defaults(), PictureSettings.defaults());
  }

  static ReadingSettings read(Section top) {
    return new ReadingSettings(
        PluginSettings.read(top.section("plugins")),
        TranslationSettings.read(top.section("translation")),
        PictureSettings.read(top.section("pictures")));
  }
}
