package org.vigie.casework.config;

import java.util.Optional;
import org.vigie.files.yaml.Section;

/**
 * How people reach the console.
 *
 * @param web how it is run
 * @param provider with which people may sign in to it, if there is one
 */
public record ConsoleSettings(WebSettings web, Optional<ProviderSettings> provider) {
  static ConsoleSettings defaults() {
    return new ConsoleSettings(WebSettings.defaults(), Optional.empty());
  }

  static ConsoleSettings read(Section top) {
    return new ConsoleSettings(
        WebSettings.read(top.section("web")), ProviderSettings.read(top.section("oidc")));
  }
}
