package org.vigie.web.pages;

import java.net.URI;
import java.util.List;

/** An OpenID Connect provider on this machine, by whichever library it writes keys and tokens. */
interface SignInProvider extends AutoCloseable {
  String issuer();

  /** Lets a person in who was sent to an address, and returns the query to come back with. */
  String letIn(URI entrance);

  /** Gives everybody these roles, in a claim of roles within {@code realm_access}. */
  void giveRealmRoles(List<String> roles);

  /** Puts the nonce of another sign-in into tokens. */
  void mistakeTheNonce();

  /** Signs tokens with a key that isn't its own, under the name of its own. */
  void signWithAStolenName();

  /** Signs with a new key from now on, and knows the former one no more. */
  void rotateKeys();

  /** Signs with the key that it had before the last rotation. */
  void signWithTheFormerKey();

  @Override
  void close();
}
