package org.vigie.casework.guarded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.vigie.casework.config.ConsoleSettings;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.ProviderSettings;
import org.vigie.casework.config.Settings;
import org.vigie.files.yaml.Section;

/** A part of {@code vigie.yaml} that one person alone must not widen. */
public enum GuardedPart {
  /** Budgets of full adverts, and whose account a user of the command line has. */
  BUDGETS("disclosure") {
    @Override
    String value(Settings settings) {
      return settings.custody().disclosure().written().toString();
    }

    @Override
    Settings within(Settings written, String granted) {
      DisclosureSettings budgets = DisclosureSettings.read(section(granted));
      return written.with(written.custody().with(written.custody().disclosure().within(budgets)));
    }
  },

  /** Who says from outside that somebody is who they are, and what they may do. */
  PROVIDER("oidc") {
    @Override
    String value(Settings settings) {
      return settings
          .console()
          .provider()
          .map(ProviderSettings::written)
          .orElseGet(JsonNodeFactory.instance::objectNode)
          .toString();
    }

    /** Nobody has to agree that a provider lets nobody in any more. */
    @Override
    Settings within(Settings written, String granted) {
      Optional<ProviderSettings> provider =
          written.console().provider().flatMap(one -> ProviderSettings.read(section(granted)));
      return written.with(new ConsoleSettings(written.console().web(), provider));
    }
  },

  /** Whether one person runs the console alone, so that nobody else has to agree to anything. */
  ALONE("web.alone") {
    @Override
    String value(Settings settings) {
      return String.valueOf(settings.console().web().alone());
    }

    @Override
    Settings within(Settings written, String granted) {
      ConsoleSettings console = written.console();
      boolean alone = console.web().alone() && Boolean.parseBoolean(granted);
      return written.with(new ConsoleSettings(console.web().with(alone), console.provider()));
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String label;

  GuardedPart(String label) {
    this.label = label;
  }

  /** Returns the key under which it stands in {@code vigie.yaml}. */
  public String label() {
    return label;
  }

  /** Returns what some settings say of it, on one line; the same for the same. */
  abstract String value(Settings settings);

  /**
   * Returns settings that open no more than was granted.
   *
   * @param written what is in the file
   * @param granted what {@link #value} said when a second admin agreed
   */
  abstract Settings within(Settings written, String granted);

  private static Section section(String granted) {
    try {
      return new Section("what was granted", "", JSON.readTree(granted));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was granted must be as it was written down", e);
    }
  }
}
