package org.vigie.web.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.vigie.casework.people.Accounts;

/** The right to make the first account: a token that this process alone told, good once. */
public final class FirstAccount {
  private final Accounts accounts;
  private final byte[] token;
  private boolean used;

  /**
   * Makes the right.
   *
   * @param token a random text, shown where the server was started
   */
  public FirstAccount(Accounts accounts, String token) {
    this.accounts = accounts;
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  synchronized boolean accepts(String offered) {
    return !used
        && MessageDigest.isEqual(token, offered.getBytes(StandardCharsets.UTF_8))
        && accounts.isEmpty();
  }

  synchronized void made() {
    used = true;
  }
}
