package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AskedAcceptance;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The word of two people that a case database is to be taken as it is. No page is shown until it
 * is, so both give it on the command line, and the signed log keeps the first one's.
 */
public final class DatabaseAcceptance {
  /** Stands as who agreed where the log knows of nobody else. */
  public static final String ALONE = "alone";

  /** As long as a grant holds. */
  private static final Duration HOLDS = Duration.ofDays(1);

  private final Workspace workspace;
  private final Environment environment;
  private final Path log;
  private final AuditSeal seal;

  public DatabaseAcceptance(Workspace workspace, Environment environment) {
    this.workspace = workspace;
    this.environment = environment;
    this.log = MandateCheck.log(workspace);
    this.seal = AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit());
  }

  /**
   * Requires that a database is older than the log says, missing, or that the log can't vouch.
   *
   * @throws UserError if not: then there is nothing to accept; or if it can't be read
   */
  public void requireOlder() throws IOException {
    new DatabaseAge(workspace.database()).state(log, seal);
    boolean isOlder =
        LostDatabase.isIn(workspace)
            || new DatabaseAge(workspace.database()).problem(log, seal).isPresent();
    if (!isOlder) {
      throw UserError.ofInput(
          "%s must be older than the audit log says, or missing, to be accepted, but isn't"
              .formatted(environment.shown(workspace.database())));
    }
  }

  /**
   * Takes a database as it is, if another person asked for the same within a day, and logs it; else
   * the log keeps that this one did.
   *
   * @param why the grounds, for the log
   * @return who asked before; {@link #ALONE} where the log knows of nobody else
   * @throws UserError if it waits for another person now
   */
  public String accept(Mandate mandate, Instant now, String why) throws IOException {
    String state = new DatabaseAge(workspace.database()).state(log, seal);
    boolean isAlone = isAlone();
    if (!isAlone) {
      requireKnown();
    }
    String by =
        isAlone
            ? ALONE
            : AskedAcceptance.in(log, seal).stream()
                .filter(one -> one.state().equals(state) && isOther(one.user()))
                .filter(one -> now.isBefore(one.at().plus(HOLDS)))
                .map(AskedAcceptance::user)
                .findFirst()
                .orElse("");
    AuditEvent event =
        by.isEmpty()
            ? AuditEvent.of(DatabaseAge.ASKED, state)
            : AuditEvent.of(DatabaseAge.ACCEPTED, state + " with=" + by);
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(now, environment.logged(), event.because(why), mandate);
    if (by.isEmpty()) {
      throw UserError.ofInput(
          "%s must be accepted by a second person, too%s, and now waits for that: within a day, another user of this machine types the same, under sudo each from their own login: neither as root nor as the service's user itself. Where there is no such person, take it of a backup (./vigie restore)"
              .formatted(
                  environment.shown(workspace.database()),
                  AskedAcceptance.mayHaveOwnerKey(log, seal)
                      ? ", even where one works alone, as an owner's key was registered or the log isn't as it was signed"
                      : ""));
    }
    new DatabaseAge(workspace.database()).raise(log);
    return by;
  }

  /**
   * Also where the settings say so now, and the log knows of one account's sessions at most and of
   * no owner's key: or whoever writes the settings would be rid of it.
   */
  private boolean isAlone() throws IOException {
    return AskedAcceptance.isAlone(log, seal)
        || SettingsInForce.of(workspace, environment).console().web().alone()
            && !AskedAcceptance.mayHaveOwnerKey(log, seal)
            && AskedAcceptance.signedIn(log, seal).filter(known -> known.size() <= 1).isPresent();
  }

  /** Requires that the log knows whoever accepts that there is no database which would. */
  private void requireKnown() throws IOException {
    Optional<Set<String>> known =
        Files.exists(workspace.database())
            ? Optional.empty()
            : AskedAcceptance.signedIn(log, seal).filter(accounts -> !accounts.isEmpty());
    DisclosureSettings users = Settings.of(workspace, environment).custody().disclosure();
    if (known.isPresent() && !known.get().contains(users.accountOf(environment.person()))) {
      throw UserError.ofInput(
          "who accepts that the database is missing must have an account that once signed in, but hasn't; disclosure.users in vigie.yaml says which account is whose. Where no two such people are left, take it of a backup (./vigie restore)");
    }
  }

  private boolean isOther(String logged) {
    DisclosureSettings users = Settings.of(workspace, environment).custody().disclosure();
    String one = Environment.person(logged);
    String other = environment.person();
    return !environment.mayBe(logged) && !users.accountOf(one).equals(users.accountOf(other));
  }
}
