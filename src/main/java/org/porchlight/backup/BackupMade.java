package org.porchlight.backup;

import org.porchlight.account.Member;

/** An owner had a backup made. Published on the thread that made it. */
public record BackupMade(Member by, Backup backup) {}
