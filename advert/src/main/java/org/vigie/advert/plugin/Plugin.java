package org.vigie.advert.plugin;

import java.util.regex.Pattern;

/**
 * Something that others add. It has a public constructor without parameters, is asked by one thread
 * at a time, and may keep what it likes between two questions, though its process may be started
 * anew whenever it was ended.
 */
public sealed interface Plugin
    permits ReaderPlugin, ChannelPlugin, EnricherPlugin, ExporterPlugin, TranslatorPlugin {
  /** What a name is made of. */
  Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** Returns by which name it is known: small letters, digits and hyphens, 40 at most. */
  String name();
}
