package org.vigie.web.pages;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.EvidenceSettings;
import org.vigie.casework.config.PictureSettings;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.error.UserErrors;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.oidc.Provider;
import org.vigie.files.seal.SealingKey;
import org.vigie.web.AccessFilter;

/**
 * What a console needs from outside.
 *
 * @param address where it listens
 * @param limits on how much it is asked for
 * @param rules of the unit that it keeps
 * @param models by which it explains adverts
 * @param log of what people do in it
 * @param secrets it makes and seals
 * @param provider with which people may sign in, if there is one
 * @param clock the time
 */
public record ConsoleDependencies(
    Address address,
    Limits limits,
    Rules rules,
    Models models,
    Log log,
    Secrets secrets,
    Optional<Provider> provider,
    Clock clock) {
  /**
   * Where a console listens.
   *
   * @param host address to listen on
   * @param port port to listen on; 0 for any that is free
   */
  public record Address(String host, int port) {}

  /**
   * How much a console is asked for.
   *
   * @param searchTimeout after which a search shows what it has
   * @param pagesAMinute pages that one person may ask for in a minute
   * @param alertBudget most alerts of one rule in a day, as the stream keeps to it
   */
  public record Limits(Duration searchTimeout, int pagesAMinute, int alertBudget) {}

  /**
   * Rules of a unit.
   *
   * @param retention how long what is kept
   * @param disclosure how many full adverts one person is shown
   * @param web how the console is run
   * @param evidence who signs and stamps evidence packages
   * @param pictures how pictures of files are read where the mandate permits it
   * @param scanner program that looks for malware in case files; empty for none
   * @param waiting settings that don't hold until a second admin agrees
   * @param mandate that under which files are handed in and packages over now; throws if none holds
   */
  public record Rules(
      RetentionSettings retention,
      DisclosureSettings disclosure,
      WebSettings web,
      EvidenceSettings evidence,
      PictureSettings pictures,
      String scanner,
      List<SettingsInForce.Waiting> waiting,
      Supplier<Mandate> mandate) {
    /** Rules of a console whose packages are signed as by default. */
    public Rules(
        RetentionSettings retention,
        DisclosureSettings disclosure,
        WebSettings web,
        Supplier<Mandate> mandate) {
      this(
          retention,
          disclosure,
          web,
          EvidenceSettings.defaults(),
          PictureSettings.defaults(),
          "",
          List.of(),
          mandate);
    }

    /** Rules of a console that takes in no files. */
    public Rules(RetentionSettings retention, DisclosureSettings disclosure, WebSettings web) {
      this(
          retention,
          disclosure,
          web,
          () -> {
            throw UserErrors.ofMandate(Finding.of("mandate-missing-for-files"));
          });
    }
  }

  /**
   * Models of a console.
   *
   * @param folder theirs
   * @param approved those of them that may be loaded
   * @param translations of adverts that are opened
   */
  public record Models(Path folder, ApprovedModels approved, Translations translations) {}

  /**
   * The log of acts.
   *
   * @param traces where acts are logged
   * @param trail the log as auditors read it
   * @param seal which signs the log, and marks in it what was typed
   */
  public record Log(AccessFilter.Traces traces, AuditTrail trail, AuditSeal seal) {}

  /**
   * Secrets of a console.
   *
   * @param random makes tokens and secrets
   * @param key which seals case files and secrets of accounts, if one does
   */
  public record Secrets(SecureRandom random, Optional<SealingKey> key) {}

  boolean isAlone() {
    return rules.web().alone();
  }
}
