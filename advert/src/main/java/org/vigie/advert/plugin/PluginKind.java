package org.vigie.advert.plugin;

import java.util.Locale;

/** What a plug-in does. */
public enum PluginKind {
  /** Makes adverts of files. */
  READER,
  /** Makes adverts of fetched pages. */
  CHANNEL,
  /** Adds fields to adverts. */
  ENRICHER,
  /** Writes adverts in a format. */
  EXPORTER,
  /** Puts texts into another language. */
  TRANSLATOR;

  /** Returns what a plug-in does. */
  public static PluginKind of(Plugin plugin) {
    return switch (plugin) {
      case ReaderPlugin reader -> READER;
      case ChannelPlugin channel -> CHANNEL;
      case EnricherPlugin enricher -> ENRICHER;
      case ExporterPlugin exporter -> EXPORTER;
      case TranslatorPlugin translator -> TRANSLATOR;
    };
  }

  /** Returns its name in settings and on screen. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
