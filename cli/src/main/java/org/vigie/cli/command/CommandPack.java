package org.vigie.cli.command;

import org.vigie.casework.environment.Environment;
import picocli.CommandLine;

/**
 * Commands that are there when their jar is on the class path, such as those that verify and
 * measure. Found by {@link java.util.ServiceLoader}.
 */
public interface CommandPack {
  /** Adds the commands below {@code vigie} itself. */
  void addTo(CommandLine vigie, Environment environment);
}
