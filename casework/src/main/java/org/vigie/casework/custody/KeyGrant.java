package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.OwnerKeys;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The yes of a second admin that something done with keys on the command line needs: given on the
 * page of accounts, after password and code, and good once.
 */
public final class KeyGrant {
  private static final List<String> SCHEMA =
      Stream.of(AdminRequests.SCHEMA, Accounts.SCHEMA, SettingsInForce.SCHEMA)
          .flatMap(List::stream)
          .toList();

  private final Workspace workspace;
  private final Environment environment;

  public KeyGrant(Workspace workspace, Environment environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /** What must hold before a grant is used up. */
  @FunctionalInterface
  public interface Ready {
    void require();
  }

  /**
   * What is to be granted.
   *
   * @param what is done to which key, such as {@code rotate-seal}
   * @param toWhom something of it goes, by names and fingerprints, or empty: whoever grants it
   *     reads them, and it is good for them alone
   */
  public record Asked(String what, String toWhom) {}

  /** As below, where nothing else must hold and nobody gets anything. */
  public String take(String what) throws IOException {
    return take(new Asked(what, ""), () -> {});
  }

  /**
   * Takes the grant; asks for it, if nobody has yet.
   *
   * @param ready throws if it can't be done yet: then the grant stays
   * @return who granted it; {@code alone} where no second admin is needed, or there are no accounts
   *     and no owner's key
   * @throws UserError if it isn't granted, whoever asks is no admin, or the database is lost that
   *     knows who is: whoever moved it away would need nobody's yes
   */
  public String take(Asked asked, Ready ready) throws IOException {
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    Settings settings = SettingsInForce.of(workspace, environment);
    Optional<AdminRequest> granted =
        settings.console().web().alone() ? Optional.empty() : find(asked, settings);
    ready.require();
    if (granted.isEmpty()) {
      return "alone";
    }
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      if (!requests(database, settings).take(granted.get().id())) {
        throw waits(asked);
      }
      return granted.get().decision().by();
    }
  }

  /**
   * Takes the grant for an owner's key: that of a second admin or of the key that counts so far,
   * where there is one of the two.
   *
   * @return who granted it; {@code alone} where there is neither
   * @throws UserError if it isn't granted, whoever asks is no admin, or works alone by the
   *     settings: then nothing would wait for the key
   */
  public String forOwner(String fingerprint) throws IOException {
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    Settings settings = SettingsInForce.of(workspace, environment);
    if (settings.console().web().alone()) {
      throw UserError.ofInput(
          "web.alone must not be true in vigie.yaml, or nothing waits for the key, but is");
    }
    requireAdmin();
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      boolean isFirst =
          database.transact(Accounts::admins) < 2
              && new OwnerKeys(database, environment.clock()).inForce().isEmpty();
      if (isFirst) {
        return "alone";
      }
    }
    return take(new Asked("register-owner", fingerprint), () -> {});
  }

  /** Lets a key count, and what holds of the settings now until the key grants another. */
  public void register(PublicKey key, String by) {
    Settings written = Settings.of(workspace, environment);
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      new SettingsInForce(database, environment.clock()).begin(written);
      new OwnerKeys(database, environment.clock()).register(key, by);
    }
  }

  /**
   * Requires that whoever asks is an admin, where there are accounts.
   *
   * @throws UserError if not
   */
  public void requireAdmin() {
    if (Files.exists(workspace.database())) {
      String user =
          SettingsInForce.of(workspace, environment)
              .custody()
              .disclosure()
              .accountOf(environment.person());
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
        Accounts accounts = new Accounts(database, environment.clock());
        if (!accounts.isEmpty()) {
          requireAdmin(accounts, user);
        }
      }
    }
  }

  /**
   * Returns nothing if there are no accounts at all, and no owner's key that would have to agree.
   */
  private Optional<AdminRequest> find(Asked asked, Settings settings) {
    if (!Files.exists(workspace.database())) {
      return Optional.empty();
    }
    String user = settings.custody().disclosure().accountOf(environment.person());
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      Accounts accounts = new Accounts(database, environment.clock());
      if (accounts.isEmpty()) {
        if (new OwnerKeys(database, environment.clock()).inForce().isEmpty()) {
          return Optional.empty();
        }
        throw UserError.ofInput(
            "%s must be granted by the owner's key that counts so far, on the page of accounts, but there is no account yet: make an admin's first (./vigie serve), then type the same again"
                .formatted(asked.what()));
      }
      requireAdmin(accounts, user);
      AdminRequests requests = requests(database, settings);
      List<AdminRequest> open =
          requests.openOf(user, AdminRequest.Kind.KEYS).stream()
              .filter(one -> asked.equals(new Asked(one.subject(), one.detail())))
              .toList();
      Optional<AdminRequest> granted = open.stream().filter(AdminRequest::isGranted).findFirst();
      if (granted.isEmpty() && open.stream().noneMatch(AdminRequest::isPending)) {
        requests.ask(AdminRequest.Kind.KEYS, user, asked.what(), asked.toWhom());
      }
      return Optional.of(granted.orElseThrow(() -> waits(asked)));
    }
  }

  private AdminRequests requests(CaseDatabase database, Settings settings) {
    return new AdminRequests(
        database, environment.clock(), settings.console().web().requestsHold());
  }

  private static void requireAdmin(Accounts accounts, String user) {
    boolean isAdmin =
        accounts
            .find(user)
            .filter(one -> one.enabled() && one.roles().contains(Role.ADMIN))
            .isPresent();
    if (!isAdmin) {
      throw UserError.ofInput(
          "who does this must have an admin's account, but hasn't; disclosure.users in vigie.yaml says which account is whose");
    }
  }

  private static UserError waits(Asked asked) {
    return UserError.ofInput(
        "%s must be granted by a second admin, on the page of accounts, and now waits for that; type the same again then"
            .formatted(asked.what()));
  }
}
