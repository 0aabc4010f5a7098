package org.vigie.files.plugin;

import java.io.IOException;
import java.util.Locale;

/** What went wrong with a plug-in; the message quotes nothing that it said. */
public final class PluginFault extends IOException {
  private static final long serialVersionUID = 1L;

  /** In which way. */
  public enum Kind {
    /** Its process ended before it had answered. */
    CRASHED,
    /** It didn't answer in time. */
    TIMEOUT,
    /** It said more than it may. */
    FLOOD,
    /** It said something else than an answer to what it was asked. */
    MALFORMED,
    /** It said that it can't. */
    FAILED,
    /** It went wrong so often that it is asked no more. */
    STOPPED;

    /** Returns what dead letters and figures call it, such as {@code plugin-timeout}. */
    public String label() {
      return "plugin-" + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;

  PluginFault(String plugin, Kind kind, String message) {
    super("plug-in " + plugin + " " + message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
