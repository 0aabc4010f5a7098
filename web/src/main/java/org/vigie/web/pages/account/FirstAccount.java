package org.vigie.web.pages.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.casework.people.Accounts;

/**
 * The right to make the first admins' accounts: two, since one alone may change nobody's rights, or
 * one for whoever works alone. Each has a token that this process alone told, good once, the second
 * one after the first.
 */
public final class FirstAccount {
  private final Accounts accounts;
  private final List<byte[]> tokens;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  /**
   * Makes the right.
   *
   * @param tokens a random text for each admin, shown where the server was started
   */
  public FirstAccount(Accounts accounts, List<String> tokens) {
    this.accounts = accounts;
    this.tokens = tokens.stream().map(token -> token.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Returns whether an admin is still missing. */
  boolean isOpen() {
    return accounts.admins() < tokens.size();
  }

  /** Returns whether a token is that of the admin who comes next. */
  boolean accepts(String offered) {
    return isNext(offered, accounts.admins());
  }

  /**
   * Uses a token up in the transaction that makes the account: it is the admins' number that tells
   * whose turn it is, so that a token is good for one of them however many come with it at once.
   */
  boolean use(Connection db, String offered) throws SQLException {
    return isNext(offered, Accounts.admins(db));
  }

  /** Notes that an account was made with a token: nobody makes another, whoever leaves. */
  void made(String token) {
    used.add(token);
  }

  private boolean isNext(String offered, int admins) {
    return admins < tokens.size()
        && !used.contains(offered)
        && MessageDigest.isEqual(tokens.get(admins), offered.getBytes(StandardCharsets.UTF_8));
  }
}
