// Where the embedded provider keeps what is under way: in memory, as long as this process lives.
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** More than that many things of one kind are not kept; the oldest go first. */
const MOST = 10_000;

/** One shelf for each kind of thing (session, grant, code); the provider asks for it by name. */
export class Shelf implements Adapter {
  private readonly kept = new Map<string, Kept>();

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.kept.delete(id);
    this.kept.set(id, { payload, until: Date.now() + expiresIn * 1000 });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST) break;
      this.kept.delete(oldest);
    }
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.kept.get(id);
    if (found && found.until > Date.now()) return found.payload;
    this.kept.delete(id);
    return undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.among(({ payload }) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.among(({ payload }) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const found = this.kept.get(id);
    if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.kept.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.kept) if (payload.grantId === grantId) this.kept.delete(id);
  }

  private among(wanted: (kept: Kept) => boolean): AdapterPayload | undefined {
    return this.kept.values().find((one) => one.until > Date.now() && wanted(one))?.payload;
  }
}
