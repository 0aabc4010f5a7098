package org.vigie.casework.people;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vigie.files.seal.SealingKey;

/** The accounts of one workspace. There is no default account and no default password. */
public final class Accounts {
  /** Makes the table of accounts. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS account (
            name TEXT PRIMARY KEY, roles TEXT NOT NULL, enabled INTEGER NOT NULL,
            created_at TEXT NOT NULL, password TEXT NOT NULL,
            code_secret TEXT NOT NULL, code_step INTEGER NOT NULL)
          """);

  private final CaseDatabase database;
  private final Clock clock;
  private final SealedSecrets secrets;

  /** Accounts whose secrets are kept as they are. */
  public Accounts(CaseDatabase database, Clock clock) {
    this(database, clock, Optional.empty());
  }

  /**
   * @param key which seals their secrets, if one does
   */
  public Accounts(CaseDatabase database, Clock clock, Optional<SealingKey> key) {
    this.secrets = new SealedSecrets(key);
    this.database = database;
    this.clock = clock;
  }

  /** Returns whether an account of the database in a file is disabled. */
  public static boolean isDisabledIn(Path file, String name) {
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return !database
          .list("SELECT 1 FROM account WHERE name = ? AND enabled = 0", row -> 1, name)
          .isEmpty();
    }
  }

  /** Returns whether nobody has an account yet. */
  public boolean isEmpty() {
    return all().isEmpty();
  }

  /** Returns all accounts in order of their names. */
  public List<Account> all() {
    return database.transact(db -> {
      try (PreparedStatement query = db.prepareStatement("SELECT * FROM account ORDER BY name");
          ResultSet rows = query.executeQuery()) {
        List<Account> accounts = new ArrayList<>();
        while (rows.next()) {
          accounts.add(account(rows));
        }
        return List.copyOf(accounts);
      }
    });
  }

  public Optional<Account> find(String name) {
    return database.transact(db -> row(db, name).map(Row::account));
  }

  /**
   * Adds an account.
   *
   * @param password 12 to 256 characters
   * @throws IllegalArgumentException if the name is taken or not a name, or the password too short
   */
  public Account add(String name, Set<Role> roles, String password, OneTimeCode code) {
    Account account = new Account(name, roles, true, clock.instant());
    return keep(account, Passwords.hash(password), code);
  }

  /**
   * What a right to make, to open or to change an account is used up by, in the transaction that
   * does so: of many who come with it at once, one takes it.
   */
  @FunctionalInterface
  public interface Right {
    /** Returns whether it was there to be used. */
    boolean use(Connection db) throws SQLException;
  }

  /**
   * Makes the account of a person who has a right to one, with a code that counts as used.
   *
   * @param typed a code of the secret
   * @param right used up with it
   * @return whether it was made: not if the right was used before, the name is taken or the code
   *     isn't one
   * @throws BusyException if too many passwords are hashed at once
   */
  public boolean enrol(
      Account account, String password, OneTimeCode code, String typed, Right right) {
    OptionalLong step = code.findStep(typed, clock.instant(), Long.MIN_VALUE);
    if (step.isEmpty()) {
      return false;
    }
    String hash = HashingQueue.SHARED.hash(() -> Passwords.hash(password));
    return database.transact(db -> {
      if (!right.use(db) || row(db, account.name()).isPresent()) {
        db.rollback();
        return false;
      }
      insert(db, account, hash, code, step.getAsLong());
      return true;
    });
  }

  /** Returns how many enabled admins there are. */
  public int admins() {
    return database.transact(Accounts::admins);
  }

  /** Returns how many enabled admins a database has. */
  public static int admins(Connection db) throws SQLException {
    int admins = 0;
    try (PreparedStatement query = db.prepareStatement("SELECT * FROM account WHERE enabled = 1");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        admins += account(rows).roles().contains(Role.ADMIN) ? 1 : 0;
      }
    }
    return admins;
  }

  /**
   * Keeps a new account.
   *
   * @param hash of its password, as {@link Passwords} has it
   * @throws IllegalArgumentException if its name is taken
   */
  Account keep(Account account, String hash, OneTimeCode code) {
    return database.transact(db -> {
      if (row(db, account.name()).isPresent()) {
        throw new IllegalArgumentException("the name must be free, but is taken");
      }
      insert(db, account, hash, code, 0);
      return account;
    });
  }

  private void insert(Connection db, Account account, String hash, OneTimeCode code, long usedStep)
      throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement("INSERT INTO account VALUES (?, ?, 1, ?, ?, ?, ?)")) {
      insert.setString(1, account.name());
      insert.setString(2, Role.labels(account.roles()));
      insert.setString(3, account.createdAt().toString());
      insert.setString(4, secrets.seal(hash, SealedSecrets.password(account.name())));
      insert.setString(5, secrets.seal(code.secret(), SealedSecrets.code(account.name())));
      insert.setLong(6, usedStep);
      insert.executeUpdate();
    }
  }

  /**
   * Adds the account of a person for whom somebody else vouches: it has no password that anybody
   * knows.
   *
   * @throws IllegalArgumentException if the name is taken or not a name
   */
  Account addForeign(String name, Set<Role> roles) {
    Account account = new Account(name, roles, true, clock.instant());
    return keep(account, Passwords.NOBODYS, OneTimeCode.random(new SecureRandom()));
  }

  /**
   * Changes what a person may do.
   *
   * @throws IllegalArgumentException if there is no such account, or no enabled admin would be left
   */
  public void change(String name, Set<Role> roles, boolean enabled) {
    database.transact(db -> {
      try (PreparedStatement update =
          db.prepareStatement("UPDATE account SET roles = ?, enabled = ? WHERE name = ?")) {
        update.setString(1, Role.labels(roles));
        update.setInt(2, enabled ? 1 : 0);
        update.setString(3, name);
        if (update.executeUpdate() == 0) {
          throw new IllegalArgumentException("an account must exist to be changed");
        }
      }
      requireAnAdmin(db);
      return name;
    });
  }

  /**
   * Returns the account of a person who knows its password and a code not used before; a wrong name
   * takes as long as a wrong password.
   */
  public Optional<Account> authenticate(String name, String password, String code) {
    return authenticate(name, password, db -> useCode(db, name, code));
  }

  /**
   * Returns the account of a person who knows its password and has something in place of a code.
   *
   * @param second used up if the password is right
   */
  public Optional<Account> authenticate(String name, String password, Right second) {
    Optional<Row> known = database.transact(db -> row(db, name));
    // Hashing takes tens of milliseconds and must not hold the database meanwhile.
    boolean right = Passwords.matches(password, known.map(Row::password).orElse(Passwords.NOBODYS));
    return right
            && known.isPresent()
            && known.get().account().enabled()
            && database.transact(second::use)
        ? known.map(Row::account)
        : Optional.empty();
  }

  /** Returns what a code not used before stands for; that of a shut account for nothing. */
  public Right code(String name, String code) {
    return db ->
        row(db, name).map(row -> row.account().enabled()).orElse(false) && useCode(db, name, code);
  }

  private boolean useCode(Connection db, String name, String code) throws SQLException {
    Row row = row(db, name).orElseThrow();
    OptionalLong step = row.code().findStep(code, clock.instant(), row.codeStep());
    if (step.isEmpty()) {
      return false;
    }
    try (PreparedStatement update =
        db.prepareStatement("UPDATE account SET code_step = ? WHERE name = ?")) {
      update.setLong(1, step.getAsLong());
      update.setString(2, name);
      update.executeUpdate();
    }
    return true;
  }

  private record Row(Account account, String password, OneTimeCode code, long codeStep) {}

  private Optional<Row> row(Connection db, String name) throws SQLException {
    try (PreparedStatement query = db.prepareStatement("SELECT * FROM account WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Row(
                    account(rows),
                    secrets.open(rows.getString("password"), SealedSecrets.password(name)),
                    new OneTimeCode(
                        secrets.open(rows.getString("code_secret"), SealedSecrets.code(name))),
                    rows.getLong("code_step")))
            : Optional.empty();
      }
    }
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        Role.of(row.getString("roles")),
        row.getInt("enabled") == 1,
        Instant.parse(row.getString("created_at")));
  }

  private static void requireAnAdmin(Connection db) throws SQLException {
    if (admins(db) == 0) {
      throw new IllegalArgumentException("one enabled admin must be left, but none would be");
    }
  }
}
