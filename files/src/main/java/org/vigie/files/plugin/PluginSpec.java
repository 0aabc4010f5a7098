package org.vigie.files.plugin;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.plugin.Plugin;
import org.vigie.advert.plugin.PluginKind;

/**
 * A plug-in that may be run.
 *
 * @param name by which it is known
 * @param kind what it does
 * @param command what starts its process, a word each
 * @param claims endings of the files of a reader, or hosts of a channel; else empty
 * @param source what it comes from: the name of a jar, or {@code settings}
 * @param limits how much it may take
 */
public record PluginSpec(
    String name,
    PluginKind kind,
    List<String> command,
    List<String> claims,
    String source,
    PluginLimits limits)
    implements Serializable {
  public PluginSpec {
    command = List.copyOf(command);
    claims = claims.stream().map(claim -> claim.toLowerCase(Locale.ROOT)).sorted().toList();
    if (!Plugin.NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a plug-in must be of small letters, digits and hyphens, 40 at most, but one isn't");
    }
    if (claims.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "what plug-in %s claims must be endings or hosts, but one is empty".formatted(name));
    }
    if (command.isEmpty()) {
      throw new IllegalArgumentException("plug-in " + name + " must have a command, but has none");
    }
  }

  /** Returns whether it reads files of a name. */
  public boolean readsFile(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return kind == PluginKind.READER
        && claims.stream().anyMatch(ending -> lower.endsWith("." + ending));
  }

  /** Returns whether it reads pages of a host. */
  public boolean readsHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return kind == PluginKind.CHANNEL
        && claims.stream().anyMatch(own -> lower.equals(own) || lower.endsWith("." + own));
  }
}
